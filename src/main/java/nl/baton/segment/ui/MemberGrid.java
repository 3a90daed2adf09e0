package nl.baton.segment.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import nl.baton.base.Page;
import nl.baton.base.ui.EmptyState;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.SegmentMembers.Member;
import nl.baton.segment.SegmentMembers.Worth;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Customers, the most valuable first, loaded as they are scrolled to. */
final class MemberGrid extends Grid<Member> {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 10;

    private static final String ROW = """
            <div class='member-row'><a href=${item.href} router-link>${item.name}</a><span>${item.tier}</span>\
            <span>${item.stage}</span><span class='amount'>${item.current}</span>\
            <span class='amount quiet'>${item.potential}</span></div>""";

    /** @param load from which place how many */
    MemberGrid(
            SerializableBiFunction<Integer, Integer, Page<Member>> load,
            long total,
            CustomerScreen screen,
            PageWords words) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassNames("member-grid", "value-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", words.say("members"));
        addColumn(LitRenderer.<Member>of(ROW)
                        .withProperty("href", row -> screen.address(row.customer()))
                        .withProperty("name", this::name)
                        .withProperty("tier", row -> tier(row.value(), words))
                        .withProperty(
                                "stage",
                                row -> row.value() == null
                                        ? words.say("members.unvalued")
                                        : words.stage(LifecycleStage.valueOf(
                                                row.value().stage())))
                        .withProperty(
                                "current",
                                row -> row.value() == null || row.value().current() == null
                                        ? ""
                                        : words.say(
                                                "members.current",
                                                words.money(row.value().current())))
                        .withProperty(
                                "potential",
                                row -> row.value() == null || row.value().potential() == null
                                        ? ""
                                        : words.say(
                                                "members.potential",
                                                words.money(row.value().potential()))))
                .setKey("row");
        setItems(query -> load.apply(query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) Math.min(Integer.MAX_VALUE, load.apply(0, 1).total()));
        setAllRowsVisible(total <= SHOWN_AT_ONCE);
        setClassName("tall", total > SHOWN_AT_ONCE);
        setEmptyStateComponent(new EmptyState(words.say("members.none"), words.say("members.none.next")));
    }

    private String name(Member row) {
        return row.name() == null ? getTranslation("customer.unnamed-masked") : row.name();
    }

    private static String tier(@Nullable Worth value, PageWords words) {
        return value == null || value.tier() == null ? words.say("tier.none") : words.tier(Tier.valueOf(value.tier()));
    }
}
