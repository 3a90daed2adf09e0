package nl.baton.department;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as the company defines it.
 *
 * @param zone IANA time zone; null means the company's
 * @param hours opening hours such as {@code Mo-Fr 08:00-18:00; Sa 10:00-12:00}, end excluded, 24:00 allowed; null means
 *     round the clock
 * @param holidays code of the public holidays that it keeps, such as {@code NL} or {@code DE-BY}; null means none
 */
public record NewDepartment(
        String code,
        String name,
        List<String> teams,
        @Nullable String zone,
        @Nullable String hours,
        @Nullable String holidays) {

    /** One that keeps no holidays. */
    public NewDepartment(String code, String name, List<String> teams, @Nullable String zone, @Nullable String hours) {
        this(code, name, teams, zone, hours, null);
    }
}
