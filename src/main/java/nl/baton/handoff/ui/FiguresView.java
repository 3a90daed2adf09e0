package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.handoff.Computation;
import nl.baton.handoff.Computation.Standing;
import nl.baton.handoff.Rebuild;

/** Whether all figures are up to date, and the button that computes them anew. */
@Route("figures")
@PageTitle("handoff.figures.menu")
@Menu(title = "handoff.figures.menu", order = 90, icon = Glyph.FIGURES)
@RolesAllowed("ADMIN")
public class FiguresView extends Div {

    private static final long serialVersionUID = 1;

    private final transient Computation computation;
    private final transient Rebuild rebuild;
    private final transient BatonProperties properties;
    private final ScreenHead head = new ScreenHead("");
    private final Figures figures;
    private final Section failed = new Section();
    private final Paragraph failures = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private final Button begin;

    FiguresView(
            Computation computation,
            Rebuild rebuild,
            BatonProperties properties,
            Background background,
            LiveNews news) {
        this.computation = computation;
        this.rebuild = rebuild;
        this.properties = properties;
        addClassName("figures-view");
        Standing now = computation.now();
        figures = figures(now);
        Button again = new Button(getTranslation("handoff.figures.retry"), click -> retry());
        failed.add(new H2(getTranslation("handoff.figures.failed")), failures, again);
        begin = new Button(getTranslation("handoff.figures.rebuild"), click -> askRebuild());
        bar.getElement().setAttribute("aria-label", getTranslation("handoff.figures.rebuild"));
        progress.addClassName("quiet");
        Section anew = new Section(
                new H2(getTranslation("handoff.figures.rebuild.title")),
                new Paragraph(getTranslation("handoff.figures.rebuild.what")),
                bar,
                progress,
                begin);
        // whatever moves or not: the queue and the progress are to be seen moving
        add(
                head,
                figures,
                failed,
                anew,
                new LiveNote<>(news, background, heard -> true, computation::now, this::show).wordless());
        show(now);
    }

    private Figures figures(Standing now) {
        Formats formats = Formats.of(getLocale());
        return new Figures(
                new Figure(
                                getTranslation("handoff.figures.waiting"),
                                formats.number(now.waiting()),
                                getTranslation("handoff.figures.waiting.unit", now.waiting()))
                        .explained(getTranslation("handoff.figures.waiting.definition")),
                new Figure(
                                getTranslation("handoff.figures.behind"),
                                now.behind() == null
                                        ? getTranslation("handoff.figures.behind.none")
                                        : formats.duration(now.behind()),
                                "")
                        .explained(getTranslation("handoff.figures.behind.definition")),
                new Figure(
                                getTranslation("handoff.figures.failed"),
                                formats.number(now.failed()),
                                getTranslation("handoff.figures.failed.unit", now.failed()))
                        .explained(getTranslation("handoff.figures.failed.definition")));
    }

    private void show(Standing now) {
        Formats formats = Formats.of(getLocale());
        head.setSentence(sentence(now));
        figures.takeOver(figures(now));
        failed.setVisible(now.failed() > 0);
        failures.setText(getTranslation("handoff.figures.failed.what", now.failed()));
        Rebuild.Progress underWay = now.rebuild();
        bar.setVisible(underWay != null);
        begin.setVisible(underWay == null);
        progress.setText(
                underWay == null
                        ? getTranslation("handoff.figures.since", formats.dateTime(now.shownSince(), properties.zone()))
                        : progress(underWay, formats));
        bar.setValue(underWay == null ? 0 : underWay.share());
    }

    private String sentence(Standing now) {
        if (now.failed() > 0) {
            return getTranslation("handoff.figures.sentence.failed", now.failed());
        }
        if (now.behind() != null) {
            return getTranslation(
                    "handoff.figures.sentence.behind", Formats.of(getLocale()).duration(now.behind()));
        }
        return getTranslation("handoff.figures.sentence.fine");
    }

    private String progress(Rebuild.Progress underWay, Formats formats) {
        return getTranslation(
                "handoff.figures.progress",
                formats.percent(underWay.share(), 0),
                formats.number(underWay.done()),
                formats.number(underWay.cases()),
                formats.time(underWay.begunAt(), properties.zone()));
    }

    private void retry() {
        computation.retryFailed();
        show(computation.now());
    }

    private void askRebuild() {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("handoff.figures.rebuild") + "?",
                getTranslation("handoff.figures.rebuild.confirm"),
                getTranslation("handoff.figures.rebuild"),
                confirmed -> {
                    rebuild.request();
                    show(computation.now());
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("security.users.cancel"));
        dialog.open();
    }
}
