package nl.baton.handoff.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import nl.baton.base.Period;
import org.jspecify.annotations.Nullable;

/**
 * A period as it stands in an address. What cannot be read there is as if it were absent.
 *
 * @param name such as 90d, 12m or all; null for dates of one's own, or where nothing was chosen
 * @param dates dates of one's own
 */
public record PeriodChoice(@Nullable String name, @Nullable Period dates) {

    private static final String ALL = "all";
    private static final int USUAL_DAYS = 90;
    private static final int MONTH_DAYS = 30;
    private static final int YEAR_MONTHS = 12;

    public static PeriodChoice of(QueryParameters query) {
        return new PeriodChoice(
                query.getSingleParameter("period")
                        .filter(name -> name.matches("30d|90d|12m|all"))
                        .orElse(null),
                dates(query));
    }

    private static @Nullable Period dates(QueryParameters query) {
        try {
            LocalDate from = LocalDate.parse(query.getSingleParameter("from").orElse(""));
            LocalDate to = LocalDate.parse(query.getSingleParameter("to").orElse(""));
            return to.isBefore(from) ? null : new Period(from, to);
        } catch (DateTimeParseException absent) {
            return null;
        }
    }

    /** Adds what says so in an address. */
    public void put(Map<String, String> parameters) {
        if (dates != null) {
            parameters.put("from", dates.from().toString());
            parameters.put("to", dates.to().toString());
        } else if (name != null) {
            parameters.put("period", name);
        }
    }

    /** The days meant; nothing chosen means the last ninety. Null for all there is. */
    public @Nullable Period on(LocalDate today) {
        if (dates != null) {
            return dates;
        }
        return switch (name == null ? "90d" : name) {
            case "30d" -> Period.endingOn(today, MONTH_DAYS);
            case "12m" -> new Period(today.minusMonths(YEAR_MONTHS).plusDays(1), today);
            case ALL -> null;
            default -> Period.endingOn(today, USUAL_DAYS);
        };
    }
}
