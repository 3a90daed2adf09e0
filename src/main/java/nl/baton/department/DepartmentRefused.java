package nl.baton.department;

import java.util.List;
import java.util.Locale;

/** A change to a department that the rules do not allow. */
public class DepartmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has a sentence in the message files. */
    public enum Reason {
        CODE_EMPTY("code"),
        CODE_LONG("code"),
        CODE_SPELLING("code"),
        CODE_TAKEN("code"),
        CODE_MERGED("code"),
        NAME_EMPTY("name"),
        NAME_LONG("name"),
        NAME_TAKEN("name"),
        ZONE_UNKNOWN("zone"),
        HOURS_PART("calendar.hours"),
        HOURS_DAY("calendar.hours"),
        HOURS_ORDER("calendar.hours"),
        HOURS_LONG("calendar.hours"),
        HOLIDAYS_UNKNOWN("calendar.holidays"),
        TEAM_EMPTY("teams"),
        TEAM_LONG("teams"),
        TEAMS_MANY("teams"),
        UNKNOWN("code"),
        MERGE_ITSELF("into"),
        MERGE_INTO_MERGED("into"),
        MERGE_MERGED("code"),
        MERGE_HAS_MERGED("code"),
        NOT_MERGED("code");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field that it is about, as the API calls it. */
        public String field() {
            return field;
        }

        /** The key of its sentence. */
        public String key() {
            return "department.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    DepartmentRefused(Reason reason, Object... arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** For its sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
