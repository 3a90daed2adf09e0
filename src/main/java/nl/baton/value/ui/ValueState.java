package nl.baton.value.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValueSlice;
import nl.baton.value.model.Concentration;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, as it stands in the URL. What cannot be read there is as if it were absent.
 *
 * @param slice which customers are listed; null for none
 */
record ValueState(@Nullable ValueSlice slice) {

    private static final int ALL = 100;
    private static final int MONTHS_A_QUARTER = 3;

    static ValueState of(QueryParameters query) {
        return new ValueState(slice(query).orElse(null));
    }

    private static Optional<ValueSlice> slice(QueryParameters query) {
        return switch (query.getSingleParameter("show").orElse("")) {
            case "stage" ->
                Optional.of(new ValueSlice.InStage(
                        word(query, "tier", Tier.values()), word(query, "stage", LifecycleStage.values())));
            case "best" ->
                number(query, "percent", ALL)
                        .filter(percent -> percent > 0 && percent % Concentration.STEP == 0)
                        .map(ValueSlice.Best::new);
            case "alive" -> number(query, "tenth", ValuePicture.BANDS - 1).map(ValueSlice.AliveBand::new);
            case "untold" ->
                Optional.ofNullable(word(query, "why", ValuePicture.Why.values()))
                        .map(ValueSlice.AliveNotTold::new);
            case "cohort" ->
                quarter(query)
                        .map(quarter -> new ValueSlice.Cohort(quarter, word(query, "now", ValueSlice.Now.values())));
            case "risk" -> Optional.of(new ValueSlice.Risk());
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> @Nullable E word(QueryParameters query, String name, E[] all) {
        return query.getSingleParameter(name)
                .flatMap(word -> Arrays.stream(all)
                        .filter(each -> each.name().equals(word))
                        .findFirst())
                .orElse(null);
    }

    private static Optional<Integer> number(QueryParameters query, String name, int most) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number <= most);
    }

    private static Optional<LocalDate> quarter(QueryParameters query) {
        Supplier<Optional<LocalDate>> read = () -> query.getSingleParameter("quarter")
                .map(LocalDate::parse)
                .filter(day -> day.getDayOfMonth() == 1 && day.getMonthValue() % MONTHS_A_QUARTER == 1);
        try {
            return read.get();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        switch (slice) {
            case ValueSlice.InStage in -> {
                parameters.put("show", "stage");
                put(parameters, "tier", in.tier());
                put(parameters, "stage", in.stage());
            }
            case ValueSlice.Best best -> {
                parameters.put("show", "best");
                put(parameters, "percent", best.percent());
            }
            case ValueSlice.AliveBand band -> {
                parameters.put("show", "alive");
                put(parameters, "tenth", band.tenth());
            }
            case ValueSlice.AliveNotTold not -> {
                parameters.put("show", "untold");
                put(parameters, "why", not.why());
            }
            case ValueSlice.Cohort cohort -> {
                parameters.put("show", "cohort");
                put(parameters, "quarter", cohort.quarter());
                put(parameters, "now", cohort.now());
            }
            case ValueSlice.Risk risk -> parameters.put("show", "risk");
            case null -> {
                // nothing is listed
            }
        }
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value instanceof Enum<?> word ? word.name() : value.toString());
        }
    }
}
