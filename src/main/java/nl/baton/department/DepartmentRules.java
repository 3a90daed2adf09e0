package nl.baton.department;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import nl.baton.department.DepartmentRefused.Reason;
import org.jspecify.annotations.Nullable;

/** What a department's definition has to look like. */
final class DepartmentRules {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_HOURS = 400;
    private static final int LONGEST_ZONE = 40;
    private static final int MOST_TEAMS = 1_000;

    private DepartmentRules() {}

    /** The same with blanks taken away, if it keeps to the rules. */
    static NewDepartment checked(NewDepartment department) {
        String code = text(department.code(), Reason.CODE_EMPTY, Reason.CODE_LONG);
        String name = text(department.name(), Reason.NAME_EMPTY, Reason.NAME_LONG);
        if (department.teams().size() > MOST_TEAMS) {
            throw new DepartmentRefused(Reason.TEAMS_MANY, MOST_TEAMS);
        }
        List<String> teams = department.teams().stream()
                .map(team -> text(team, Reason.TEAM_EMPTY, Reason.TEAM_LONG))
                .distinct()
                .toList();
        String zone = blankAsNull(department.zone());
        String hours = blankAsNull(department.hours());
        String holidays = blankAsNull(department.holidays());
        zone(zone);
        hours(hours);
        holidays(holidays);
        return new NewDepartment(code, name, teams, zone, hours, holidays);
    }

    private static String text(String text, Reason empty, Reason tooLong) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new DepartmentRefused(empty);
        }
        if (stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new DepartmentRefused(tooLong, LONGEST_NAME);
        }
        return stripped;
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void zone(@Nullable String zone) {
        if (zone == null) {
            return;
        }
        try {
            if (zone.length() > LONGEST_ZONE
                    || !ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId())) {
                throw new DepartmentRefused(Reason.ZONE_UNKNOWN, shown(zone));
            }
        } catch (DateTimeException unknown) {
            throw new DepartmentRefused(Reason.ZONE_UNKNOWN, shown(zone));
        }
    }

    /** Whether these can be read. */
    static void hours(@Nullable String hours) {
        if (hours == null) {
            return;
        }
        if (hours.length() > LONGEST_HOURS) {
            throw new DepartmentRefused(Reason.HOURS_LONG, LONGEST_HOURS);
        }
        try {
            HoursText.parse(hours);
        } catch (OpeningHours.Unreadable unreadable) {
            Reason reason = switch (unreadable.fault()) {
                case PART -> Reason.HOURS_PART;
                case DAY -> Reason.HOURS_DAY;
                case ORDER -> Reason.HOURS_ORDER;
            };
            throw new DepartmentRefused(reason, shown(unreadable.part()));
        }
    }

    private static void holidays(@Nullable String holidays) {
        if (holidays != null && !Holidays.codes().contains(holidays)) {
            throw new DepartmentRefused(Reason.HOLIDAYS_UNKNOWN, shown(holidays), String.join(", ", Holidays.codes()));
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
