package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import nl.baton.base.ui.Skeleton;
import nl.baton.base.ui.Tile;
import nl.baton.segment.Segment;
import nl.baton.segment.TraitChoices.Choices;
import nl.baton.segment.ui.build.BuilderReading;
import nl.baton.segment.ui.build.DraftAddress.Draft;
import nl.baton.segment.ui.build.SegmentBuilder;
import org.jspecify.annotations.Nullable;

/** A marketer says who belongs to a segment by clicking. What is being built stands in the URL. */
@Route("segments/new")
@RouteAlias("segments/:segment([0-9]{1,18})/edit")
@RolesAllowed("MARKETER")
public class SegmentBuilderView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;
    private static final int LINES = 6;

    private final transient BuilderReading reading;
    private @Nullable SegmentBuilder builder;
    private String title = "";

    SegmentBuilderView(BuilderReading reading) {
        this.reading = reading;
        addClassName("segment-builder-view");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Segment segment = event.getRouteParameters()
                .get("segment")
                .map(id -> reading.segments().find(Long.parseLong(id)).orElseThrow(NotFoundException::new))
                .orElse(null);
        Draft draft = reading.drafts().read(event.getLocation().getQueryParameters());
        String path = event.getLocation().getPath();
        title = segment == null
                ? getTranslation("segment.build.new")
                : getTranslation("segment.build.edit", segment.name());
        reading.segments().prepare();
        builder = null;
        removeAll();
        add(new Tile<>(reading.background(), reading::choices, choices -> shown(choices, segment, draft, path))
                .withSkeleton(Skeleton.lines(LINES)));
    }

    private Component shown(Choices choices, @Nullable Segment segment, Draft draft, String path) {
        SegmentBuilder made = new SegmentBuilder(
                choices, segment, draft, reading, query -> stand(new Location(path, query)), this::kept);
        builder = made;
        return made;
    }

    /** A reload finds what was filled in; going back leads past it. */
    private void stand(Location location) {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, location));
    }

    private void kept(long id) {
        getUI().ifPresent(ui -> ui.navigate(SegmentView.class, PageWords.at(id)));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (builder == null || !builder.unsaved()) {
            return;
        }
        ContinueNavigationAction leave = event.postpone();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("segment.build.leave"));
        question.setText(getTranslation("segment.build.leave.text"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("segment.build.leave.stay"));
        question.setConfirmText(getTranslation("segment.build.leave.go"));
        question.addConfirmListener(confirmed -> leave.proceed());
        question.open();
    }
}
