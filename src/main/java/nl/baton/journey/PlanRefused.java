package nl.baton.journey;

import java.util.List;
import java.util.Locale;

/** A plan for a journey type that cannot be, or is not the asker's to make. */
public class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has a sentence in the message files. */
    public enum Reason {
        NOT_YOURS("stages"),
        NO_DEPARTMENT("stages"),
        STAGES_MANY("stages"),
        STAGE_DEPARTMENT("stages.department"),
        STAGE_SAME("stages.department"),
        STAGE_PROMISED("stages.promised"),
        RHYTHM("rhythm"),
        PASSES_MANY("plannedPasses"),
        PASS_DEPARTMENT("plannedPasses"),
        PASS_SAME("plannedPasses");

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
            return "journey.plan.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final int place;
    private final transient List<Object> arguments;

    PlanRefused(Reason reason, int place, Object... arguments) {
        super(reason.name());
        this.reason = reason;
        this.place = place;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** Which of the stages or passes, from 0 on; -1 when it is about none of them. */
    public int place() {
        return place;
    }

    /** For its sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
