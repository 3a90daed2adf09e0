package nl.baton.handoff.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.HandoffFigures;
import nl.baton.handoff.HandoffFigures.Sort;
import nl.baton.handoff.HandoffSummary;
import nl.baton.handoff.LaneDetails;
import nl.baton.handoff.LaneEvidence;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.LaneRanking;
import nl.baton.handoff.Stake;
import nl.baton.handoff.ValueAtStake;
import nl.baton.handoff.ui.HeatMap.Ends;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the screen shows from the services, which decide what the user may see. */
@Component
class HandoffsReading {

    static final HandoffsState NOTHING_CHOSEN = new HandoffsState(null, null, null, Grain.DEPARTMENT, null, null, null);

    private static final int USUAL_DAYS = 90;

    private final HandoffFigures figures;
    private final ValueAtStake stake;
    private final LaneEvidence evidence;
    private final AnalysisReading analysis;
    private final JourneyTypes journeyTypes;
    private final List<BreakdownRule> rules;
    private final CurrentUserProvider users;
    private final Clock clock;
    private final ZoneId zone;

    HandoffsReading(
            HandoffFigures figures,
            ValueAtStake stake,
            LaneEvidence evidence,
            AnalysisReading analysis,
            JourneyTypes journeyTypes,
            List<BreakdownRule> rules,
            CurrentUserProvider users,
            Clock clock,
            BatonProperties properties) {
        this.figures = figures;
        this.stake = stake;
        this.evidence = evidence;
        this.analysis = analysis;
        this.journeyTypes = journeyTypes;
        this.rules = rules;
        this.users = users;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The figures under one filter.
     *
     * @param ranking null for who sees totals only
     * @param stake of all lanes taken as one; null where it is not known, not defined, or not to be told
     * @param period null for all there is
     * @param last the day of the last handoff there is, whatever the filter; null without any
     * @param evidence whether the user may see journeys behind the figures
     * @param evidenceOfAll whether that is all that the figures of all lanes count
     */
    record Overview(
            LaneFilter filter,
            HandoffSummary summary,
            @Nullable HandoffSummary before,
            @Nullable LaneRanking ranking,
            @Nullable Stake stake,
            @Nullable Period period,
            @Nullable LocalDate last,
            boolean evidence,
            boolean evidenceOfAll) {

        @Nullable
        LaneFigures lane(@Nullable Ends ends) {
            return ends == null || ranking == null
                    ? null
                    : ranking.lanes().stream()
                            .filter(lane ->
                                    lane.from().id() == ends.from() && lane.to().id() == ends.to())
                            .findFirst()
                            .orElse(null);
        }
    }

    List<JourneyType> journeyTypes() {
        return journeyTypes.all();
    }

    List<String> rules() {
        return rules.stream().map(BreakdownRule::code).sorted().toList();
    }

    /** Whether there is such a list: one of the screen's own, or of a rule. */
    boolean isList(@Nullable String show) {
        String rule = show == null ? null : ListKey.ruleDismissed(show).orElse(show);
        return rule != null && (!rule.equals(rule.toUpperCase(Locale.ROOT)) || rules().contains(rule));
    }

    Overview overview(HandoffsState state) {
        Optional<LocalDate> last = figures.lastDay();
        Period period = period(state, last.orElse(null));
        LaneFilter filter = new LaneFilter(state.grain(), type(state.type()), period, rule(state.rule()));
        LaneFilter before = filter.before();
        boolean lanes = users.get().roles().stream().anyMatch(role -> role != Role.STEWARD && role != Role.ADMIN);
        boolean stakes = users.get().roles().stream()
                .anyMatch(role -> role == Role.MARKETER || role == Role.EXECUTIVE || role == Role.LEAD);
        boolean records = users.get().roles().stream()
                .anyMatch(role -> role == Role.AGENT || role == Role.LEAD || role == Role.EXECUTIVE);
        return new Overview(
                filter,
                figures.summary(filter),
                before == null ? null : figures.summary(before),
                lanes ? figures.ranking(filter) : null,
                stakes ? stake.total(filter).orElse(null) : null,
                period,
                last.orElse(null),
                records,
                records && evidence.covers(null));
    }

    /** Nothing chosen means the last ninety days, or all there is where nothing happened in them. */
    private @Nullable Period period(HandoffsState state, @Nullable LocalDate last) {
        if (state.dates() != null) {
            return state.dates();
        }
        LocalDate today = Days.dayOf(clock.instant(), zone);
        Period usual = Period.endingOn(today, USUAL_DAYS);
        String name = state.period();
        if (name == null) {
            return last != null && usual.contains(last) ? usual : null;
        }
        return switch (name) {
            case "30d" -> Period.endingOn(today, 30);
            case "90d" -> usual;
            case "12m" -> new Period(today.minusMonths(12).plusDays(1), today);
            default -> null;
        };
    }

    private @Nullable Long type(@Nullable String code) {
        return code == null
                ? null
                : journeyTypes.all().stream()
                        .filter(type -> type.code().equals(code))
                        .map(JourneyType::id)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String rule(@Nullable String code) {
        return rules().contains(code) ? code : null;
    }

    Page<LaneFigures> lanes(LaneFilter filter, String part, Sort sort, boolean ascending, int offset, int limit) {
        return figures.lanes(filter, part, sort, ascending, offset, limit);
    }

    /** Whether the user may see every record that the lane's figures count; null for those of all lanes. */
    boolean leadsToRecords(Overview loaded, @Nullable LaneFigures lane) {
        return loaded.evidence() && (lane == null ? loaded.evidenceOfAll() : evidence.covers(lane));
    }

    LaneDetails details(LaneFilter filter, LaneFigures lane) {
        return evidence.details(filter, lane);
    }

    Page<HandoffEvidence> handoffs(LaneFilter filter, @Nullable LaneFigures lane, Which which, int offset, int limit) {
        return evidence.handoffs(filter, lane, which, offset, limit);
    }

    /** Whether the user sees how attributes of journeys go with handoffs. */
    boolean seesAttributes() {
        return users.get().has(Role.EXECUTIVE) || users.get().has(Role.MARKETER);
    }

    /** Reads what there is to say of one lane besides. */
    AnalysisReading analysis() {
        return analysis;
    }

    ZoneId zone() {
        return zone;
    }
}
