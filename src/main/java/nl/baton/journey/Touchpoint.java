package nl.baton.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.department.Survivors;
import org.jspecify.annotations.Nullable;

/**
 * A stored touchpoint: one dated contact or piece of work.
 *
 * @param caseId the case it was sent for; a contact without a case number has one of its own
 * @param customerId the customer it names, null when it names none
 * @param teamId the team, or the department's nameless one; null only without a department
 * @param handedToTeamId null when the pass names a department only
 */
public record Touchpoint(
        long id,
        long caseId,
        String source,
        String externalId,
        long position,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable Long customerId,
        @Nullable Long departmentId,
        @Nullable Long teamId,
        @Nullable String agent,
        @Nullable Direction direction,
        @Nullable String channel,
        @Nullable HandledBy handledBy,
        @Nullable Boolean answered,
        @Nullable Purpose purpose,
        @Nullable String activity,
        @Nullable String topic,
        @Nullable String text,
        @Nullable Visibility visibility,
        @Nullable String language,
        @Nullable Outcome outcome,
        @Nullable Party by,
        @Nullable Long handedToDepartmentId,
        @Nullable Long handedToTeamId,
        Details details) {

    /**
     * What a touchpoint may carry more than one of, and the answer to a pass.
     *
     * @param attributes what it says of the journey as a whole; see {@link JourneyAttributes}
     */
    public record Details(
            List<NewTouchpoint.CaseLink> links,
            List<Fact> facts,
            List<Promised> promises,
            List<Settlement> settles,
            @Nullable Receipt receipt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes) {

        /** What was stored before there were attributes has none. */
        public Details {
            attributes = attributes == null ? Map.of() : attributes;
        }

        /** Without attributes. */
        public Details(
                List<NewTouchpoint.CaseLink> links,
                List<Fact> facts,
                List<Promised> promises,
                List<Settlement> settles,
                @Nullable Receipt receipt) {
            this(links, facts, promises, settles, receipt, Map.of());
        }

        /** Nothing of it all. */
        public static final Details NONE = new Details(List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The order of a journey: by time, then by place in the own file or batch, then by source and external id. */
    public static final Comparator<Touchpoint> ORDER = Comparator.comparing(Touchpoint::at)
            .thenComparingLong(Touchpoint::position)
            .thenComparing(Touchpoint::source)
            .thenComparing(Touchpoint::externalId);

    /** When it was over: its end if it states one, else its moment. */
    public Instant end() {
        return endedAt == null ? at : endedAt;
    }

    /** Whether the customer saw it; see {@link Visibility}. */
    public boolean visibleToCustomer() {
        return visibility == null
                ? direction == Direction.INBOUND || direction == Direction.OUTBOUND
                : visibility == Visibility.CUSTOMER;
    }

    /** Whether it makes a promise, or settles one. */
    public boolean speaksOfPromises() {
        return !details.promises().isEmpty() || !details.settles().isEmpty();
    }

    /** The same, with merged departments and teams in the names of those that they are read as. */
    Touchpoint readAs(Survivors survivors) {
        Long department = departmentId == null ? null : Long.valueOf(survivors.department(departmentId));
        Long team = teamId == null ? null : Long.valueOf(survivors.team(teamId));
        Long toDepartment =
                handedToDepartmentId == null ? null : Long.valueOf(survivors.department(handedToDepartmentId));
        Long toTeam = handedToTeamId == null ? null : Long.valueOf(survivors.team(handedToTeamId));
        boolean same = Objects.equals(department, departmentId)
                && Objects.equals(team, teamId)
                && Objects.equals(toDepartment, handedToDepartmentId)
                && Objects.equals(toTeam, handedToTeamId);
        return same ? this : with(department, team, text, toDepartment, toTeam);
    }

    /** The same for who may not read what was written. */
    Touchpoint withoutText() {
        return with(departmentId, teamId, null, handedToDepartmentId, handedToTeamId);
    }

    private Touchpoint with(
            @Nullable Long department,
            @Nullable Long team,
            @Nullable String words,
            @Nullable Long toDepartment,
            @Nullable Long toTeam) {
        return new Touchpoint(
                id,
                caseId,
                source,
                externalId,
                position,
                at,
                endedAt,
                customerId,
                department,
                team,
                agent,
                direction,
                channel,
                handledBy,
                answered,
                purpose,
                activity,
                topic,
                words,
                visibility,
                language,
                outcome,
                by,
                toDepartment,
                toTeam,
                details);
    }
}
