package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Period;
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
    private static final String OWN = "own";

    private final transient List<JourneyType> types;
    private final List<String> rules;
    private final transient HandoffWords words;
    private final SerializableConsumer<HandoffsState> go;
    private ScreenHead head;
    private @Nullable FilterButton period;

    FilterBar(List<JourneyType> types, List<String> rules, HandoffWords words, SerializableConsumer<HandoffsState> go) {
        this.types = types;
        this.rules = rules;
        this.words = words;
        this.go = go;
        head = new ScreenHead(getTranslation("handoff.menu"));
        add(head);
    }

    void show(HandoffsState state, Overview loaded) {
        removeAll();
        FilterButton when = period(state, loaded);
        period = when;
        FilterRow row = new FilterRow(when, type(state), grain(state), rule(state));
        head = new ScreenHead(OverviewSentence.of(loaded, getLocale(), this), row);
        add(head);
    }

    /** Says what has become of it; an open filter stays open. */
    void update(Overview fresh) {
        head.setSentence(OverviewSentence.of(fresh, getLocale(), this));
        if (period != null) {
            period.setValueText(periodText(fresh));
        }
    }

    private FilterButton period(HandoffsState state, Overview loaded) {
        FilterButton button = new FilterButton(getTranslation("handoff.filter.period"), periodText(loaded));
        Div panel = new Div();
        panel.addClassName("period-panel");
        Popover popover = button.opening(panel);
        for (String name : List.of("30d", "90d", "12m", HandoffsState.ALL)) {
            Button preset = new Button(getTranslation("handoff.period." + name), click -> {
                popover.close();
                go.accept(state.withPeriod(name));
            });
            preset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            panel.add(preset);
        }
        panel.add(ownDates(state, loaded.period(), popover));
        return button;
    }

    private String periodText(Overview loaded) {
        Period period = loaded.period();
        return period == null
                ? getTranslation("handoff.period.all")
                : Formats.of(getLocale()).period(period);
    }

    private Div ownDates(HandoffsState state, @Nullable Period period, Popover popover) {
        DatePicker from = new DatePicker(getTranslation("handoff.period.from"));
        DatePicker to = new DatePicker(getTranslation("handoff.period.to"));
        if (period != null) {
            from.setValue(period.from());
            to.setValue(period.to());
        }
        Button apply = new Button(getTranslation("handoff.period.apply"), click -> {
            boolean complete = from.getValue() != null && to.getValue() != null;
            boolean inOrder = complete && !to.getValue().isBefore(from.getValue());
            to.setErrorMessage(getTranslation(complete ? "handoff.period.order" : "handoff.period.both"));
            to.setInvalid(!inOrder);
            if (inOrder) {
                popover.close();
                go.accept(state.withDates(new Period(from.getValue(), to.getValue())));
            }
        });
        Div own = new Div(from, to, apply);
        own.addClassName(OWN);
        return own;
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
