package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.ScreenHead;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import nl.baton.journey.JourneyType;
import org.jspecify.annotations.Nullable;

/** The sentence that the screen opens with, and right of it what it is narrowed to. */
final class FilterBar extends Div {

    private static final long serialVersionUID = 1;
    private static final String ANY = "";

    private final transient List<JourneyType> types;
    private final List<String> rules;
    private final transient HandoffWords words;
    private final transient DownloadMenu downloads;
    private final boolean attributes;
    private final SerializableConsumer<HandoffsState> go;
    private ScreenHead head;
    private @Nullable PeriodFilter period;

    FilterBar(
            HandoffsReading reading,
            HandoffWords words,
            DownloadMenu downloads,
            SerializableConsumer<HandoffsState> go) {
        this.types = reading.journeyTypes();
        this.rules = reading.rules();
        this.attributes = reading.seesAttributes();
        this.downloads = downloads;
        this.words = words;
        this.go = go;
        head = new ScreenHead(getTranslation("handoff.menu"));
        add(head);
    }

    void show(HandoffsState state, Overview loaded) {
        removeAll();
        PeriodFilter when = period(state, loaded);
        period = when;
        FilterRow row = new FilterRow(when, type(state), grain(state), rule(state));
        if (downloads.isFor()) {
            row.add(downloads.of(loaded.filter(), getTranslation("handoff.download")));
        }
        if (attributes) {
            RouterLink link = new RouterLink(getTranslation("handoff.attributes.menu"), AttributesView.class);
            if (state.type() != null) {
                link.setQueryParameters(QueryParameters.of("type", state.type()));
            }
            link.addClassName("to-attributes");
            row.add(link);
        }
        head = new ScreenHead(OverviewSentence.of(loaded, getLocale(), this), row);
        add(head);
    }

    /** Says what has become of it; an open filter stays open. */
    void update(Overview fresh) {
        head.setSentence(OverviewSentence.of(fresh, getLocale(), this));
        if (period != null) {
            period.show(fresh.period());
        }
    }

    private PeriodFilter period(HandoffsState state, Overview loaded) {
        return new PeriodFilter(
                loaded.period(),
                choice -> go.accept(
                        choice.dates() == null
                                ? state.withPeriod(Objects.requireNonNull(choice.name()))
                                : state.withDates(choice.dates())));
    }

    private FilterButton type(HandoffsState state) {
        List<String> codes = new ArrayList<>(List.of(ANY));
        types.forEach(type -> codes.add(type.code()));
        String chosen = state.type() == null || !codes.contains(state.type()) ? ANY : state.type();
        return new FilterButton(getTranslation("handoff.filter.type"), typeName(chosen))
                .choosing(
                        codes, chosen, this::typeName, code -> go.accept(state.withType(code.isEmpty() ? null : code)));
    }

    private String typeName(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .map(JourneyType::name)
                .findFirst()
                .orElseGet(() -> getTranslation("handoff.type.all"));
    }

    private FilterButton grain(HandoffsState state) {
        return new FilterButton(getTranslation("handoff.filter.by"), grainName(state.grain()))
                .choosing(
                        Arrays.asList(Grain.values()),
                        state.grain(),
                        this::grainName,
                        grain -> go.accept(state.withGrain(grain)));
    }

    private String grainName(Grain grain) {
        return getTranslation("handoff.by." + grain.name().toLowerCase(Locale.ROOT));
    }

    private FilterButton rule(HandoffsState state) {
        List<String> codes = new ArrayList<>(List.of(ANY));
        codes.addAll(rules);
        String chosen = state.rule() == null || !rules.contains(state.rule()) ? ANY : state.rule();
        return new FilterButton(getTranslation("handoff.filter.rule"), ruleName(chosen))
                .choosing(
                        codes, chosen, this::ruleName, code -> go.accept(state.withRule(code.isEmpty() ? null : code)));
    }

    private String ruleName(String code) {
        return code.isEmpty() ? getTranslation("handoff.rule.any") : words.rule(getLocale(), code);
    }
}
