package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.ScreenHead;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.ui.PeriodFilter;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyType;

/** The sentence that the screen opens with, and right of it what it is narrowed to. */
final class TypesHead extends Div {

    private static final long serialVersionUID = 1;
    private static final String ANY = "";

    private final SerializableConsumer<TypesState> go;

    TypesHead(SerializableConsumer<TypesState> go) {
        this.go = go;
        add(new ScreenHead(getTranslation("types.menu")));
    }

    void show(TypesState state, Loaded loaded, List<JourneyType> types) {
        FilterRow row = new FilterRow(
                new PeriodFilter(loaded.period(), choice -> go.accept(state.withPeriod(choice))), type(state, types));
        if (loaded.choosesOwn()) {
            row.add(own(state, loaded.own()));
        }
        CourseFigures one = loaded.one();
        TypesWords words = new TypesWords(this, getLocale());
        String sentence = one != null
                ? words.sentence(one)
                : state.type() == null ? words.sentence(loaded.types()) : getTranslation("types.menu");
        removeAll();
        add(new ScreenHead(sentence, row));
    }

    private FilterButton type(TypesState state, List<JourneyType> types) {
        List<String> codes = new ArrayList<>(List.of(ANY));
        types.forEach(type -> codes.add(type.code()));
        String chosen = state.type() == null || !codes.contains(state.type()) ? ANY : state.type();
        return new FilterButton(getTranslation("handoff.filter.type"), name(chosen, types))
                .choosing(
                        codes,
                        chosen,
                        code -> name(code, types),
                        code -> go.accept(state.withType(code.isEmpty() ? null : code)));
    }

    private String name(String code, List<JourneyType> types) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .map(JourneyType::name)
                .findFirst()
                .orElseGet(() -> getTranslation("handoff.type.all"));
    }

    private FilterButton own(TypesState state, boolean own) {
        return new FilterButton(getTranslation("types.filter.journeys"), words(own))
                .choosing(List.of(false, true), own, this::words, chosen -> go.accept(state.withOwn(chosen)));
    }

    private String words(boolean own) {
        return getTranslation(own ? "types.filter.own" : "types.filter.all");
    }
}
