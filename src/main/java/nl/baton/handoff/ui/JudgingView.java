package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JudgingSettings;
import nl.baton.handoff.JudgingSettings.AgreedLane;
import nl.baton.handoff.JudgingSettings.Refused;
import nl.baton.handoff.JudgingSettings.Settings;
import nl.baton.handoff.JudgingSettings.Wrong;
import nl.baton.handoff.Rebuild;
import nl.baton.handoff.Trial;
import org.jspecify.annotations.Nullable;

/** By what handoffs are judged where nothing was agreed, tried on the past before it is used. Counts only. */
@Route("judging")
@PageTitle("judging.menu")
@Menu(title = "judging.menu", order = 77, icon = Glyph.SCORECARD)
@RolesAllowed("ADMIN")
public class JudgingView extends Div {

    private static final long serialVersionUID = 1;

    private final transient JudgingSettings settings;
    private final transient Rebuild rebuild;
    private final transient BatonProperties properties;
    private final ScreenHead head = new ScreenHead("");
    private final JudgingForm form;
    private final TrialPart trial;
    private final Paragraph note = new Paragraph();
    private final Button use;
    private final Section rejudging = new Section();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private transient Settings base;

    /** What can move while one looks. */
    private record Standing(Settings settings, Rebuild.@Nullable Progress underWay) {}

    JudgingView(
            JudgingSettings settings,
            Trial trials,
            Rebuild rebuild,
            List<BreakdownRule> rules,
            HandoffWords words,
            BatonProperties properties,
            Background background,
            LiveNews news) {
        this.settings = settings;
        this.rebuild = rebuild;
        this.properties = properties;
        addClassName("judging-view");
        base = settings.now();
        form = new JudgingForm(rules, words);
        form.show(base);
        trial = new TrialPart(trials, words, background);
        note.getElement().setAttribute("role", "status");
        note.addClassName("panel-note");
        Button tryIt = new Button(getTranslation("judging.try"), click -> tryIt());
        use = new Button(getTranslation("judging.use"), click -> use());
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(tryIt, use, note);
        actions.addClassNames("actions", "foot");
        bar.getElement().setAttribute("aria-label", getTranslation("judging.rejudging"));
        progress.addClassName("quiet");
        rejudging.add(new H2(getTranslation("judging.rejudging")), bar, progress);
        add(
                head,
                rejudging,
                form,
                own(settings.agreedLanes()),
                actions,
                trial,
                new LiveNote<>(news, background, heard -> true, this::read, this::show).wordless());
        show(read());
    }

    private Section own(List<AgreedLane> lanes) {
        Section section = new Section(
                new H2(getTranslation("judging.own")), new Paragraph(getTranslation("judging.own.what", lanes.size())));
        if (!lanes.isEmpty()) {
            Paragraph names = new Paragraph(lanes.stream()
                    .map(lane -> getTranslation("judging.own.lane", lane.from(), lane.to()))
                    .collect(Collectors.joining(", ")));
            names.addClassName("quiet");
            section.add(names);
        }
        return section;
    }

    private Standing read() {
        return new Standing(settings.now(), rebuild.underWay().orElse(null));
    }

    private void show(Standing now) {
        Formats formats = Formats.of(getLocale());
        Settings stands = now.settings();
        head.setSentence(getTranslation(
                "judging.sentence",
                PactWords.time(this, formats, stands.pickUp()),
                stands.maxReturns(),
                stands.rulesOff().size()));
        Rebuild.Progress underWay = now.underWay();
        rejudging.setVisible(underWay != null);
        if (underWay != null) {
            bar.setValue(underWay.share());
            progress.setText(getTranslation(
                    "handoff.figures.progress",
                    formats.percent(underWay.share(), 0),
                    formats.number(underWay.done()),
                    formats.number(underWay.cases()),
                    formats.time(underWay.begunAt(), properties.zone())));
        }
    }

    private Optional<Settings> asked() {
        note.setText("");
        note.removeClassName("wrong");
        Optional<Settings> asked = form.value(base);
        if (asked.isEmpty()) {
            form.refuse(Wrong.PICKUP);
        }
        return asked;
    }

    private void tryIt() {
        asked().ifPresent(asked -> {
            try {
                trial.begin(settings.now(), asked);
            } catch (Refused refused) {
                refuse(refused.wrong());
            }
        });
    }

    private void use() {
        asked().ifPresent(asked -> {
            Settings stood = settings.now();
            if (asked.sameAs(stood)) {
                base = stood;
                say("judging.same", false);
                return;
            }
            try {
                settings.change(asked);
                base = settings.now();
                trial.clear();
                say("judging.used", false);
                show(read());
                // where it is to be seen how far that is
                head.getElement().callJsFunction("scrollIntoView");
            } catch (Refused refused) {
                refuse(refused.wrong());
            }
        });
    }

    /** What was typed stays; asked once more, it is set over what somebody else has set meanwhile. */
    private void refuse(Wrong wrong) {
        if (wrong == Wrong.CHANGED) {
            Settings stands = settings.now();
            base = stands;
            Formats formats = Formats.of(getLocale());
            note.setText(getTranslation(
                    "judging.changed",
                    stands.changedBy() == null ? "" : stands.changedBy(),
                    formats.dateTime(stands.changedAt(), properties.zone()),
                    PactWords.time(this, formats, stands.pickUp()),
                    stands.maxReturns(),
                    stands.rulesOff().size()));
            note.addClassName("wrong");
            show(read());
        } else if (!form.refuse(wrong)) {
            say("judging.refused." + wrong.name().toLowerCase(Locale.ROOT), true);
        }
    }

    private void say(String key, boolean wrong) {
        note.setText(getTranslation(key));
        note.setClassName("wrong", wrong);
    }
}
