package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.AgreedTerms.Agreements;
import nl.baton.handoff.JourneyJudge.Question;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.JourneyReading;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tries settings on the past: what each rule would have found, beside what it finds as it is. It changes nothing. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class Trial {

    /** So far back it looks. */
    public static final int DAYS = 90;

    private static final int AT_ONCE = 250;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final JourneyReading journeys;
    private final JourneyTypes types;
    private final Departments departments;
    private final SurroundingsQuery surroundings;
    private final AgreedTerms terms;
    private final JourneyJudge judge;
    private final JudgingSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    Trial(
            JdbcClient jdbc,
            Generations generations,
            JourneyReading journeys,
            JourneyTypes types,
            Departments departments,
            SurroundingsQuery surroundings,
            AgreedTerms terms,
            JourneyJudge judge,
            JudgingSettings settings,
            Clock clock,
            BatonProperties properties) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.journeys = journeys;
        this.types = types;
        this.departments = departments;
        this.surroundings = surroundings;
        this.terms = terms;
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** One rule's findings by the settings as they are, and as they would be; dismissed ones count in both. */
    public record Compared(String rule, long now, long then) {}

    /**
     * What came of it.
     *
     * @param handoffs between departments that were picked up in that time
     * @param brokenNow those of them that any rule finds broken
     * @param rules all that find anything, either way
     */
    public record Result(Instant since, long handoffs, long brokenNow, long brokenThen, List<Compared> rules) {}

    private static final class Tally {
        private long handoffs;
        private long brokenNow;
        private long brokenThen;
        private final Map<String, long[]> byRule = new HashMap<>();

        void count(List<Finding> now, List<Finding> then) {
            handoffs++;
            brokenNow += now.isEmpty() ? 0 : 1;
            brokenThen += then.isEmpty() ? 0 : 1;
            now.forEach(finding -> byRule.computeIfAbsent(finding.rule(), any -> new long[2])[0]++);
            then.forEach(finding -> byRule.computeIfAbsent(finding.rule(), any -> new long[2])[1]++);
        }

        Result result(Instant since) {
            return new Result(
                    since,
                    handoffs,
                    brokenNow,
                    brokenThen,
                    byRule.entrySet().stream()
                            .map(rule -> new Compared(rule.getKey(), rule.getValue()[0], rule.getValue()[1]))
                            .sorted(Comparator.comparing(Compared::rule))
                            .toList());
        }
    }

    /**
     * Judges the handoffs of the last {@link #DAYS} days both ways. It takes about as long as the journeys take to read.
     *
     * @param progress told now and then how far it is, 0 to 1; what it throws ends the trial
     * @throws JudgingSettings.Refused when they could not be set either
     */
    public Result run(JudgingSettings.Settings tried, DoubleConsumer progress) {
        settings.check(tried);
        Instant now = clock.instant();
        Instant since = Days.plusDays(now, -DAYS, zone);
        Agreements asItIs = terms.now();
        Agreements asItWouldBe =
                asItIs.with(Terms.usual(tried.pickUp(), tried.maxReturns()), Set.copyOf(tried.rulesOff()));
        List<Long> concerned = concerned(since);
        Map<Long, JourneyType> byId =
                types.all().stream().collect(Collectors.toMap(JourneyType::id, Function.identity()));
        Map<Long, OpeningHours> hours = departments.hours();
        var tally = new Tally();
        for (int i = 0; i < concerned.size(); i += AT_ONCE) {
            progress.accept((double) i / concerned.size());
            List<Long> some = concerned.subList(i, Math.min(concerned.size(), i + AT_ONCE));
            for (Question question : questions(some, byId, now)) {
                Relay relay = Relay.of(Grain.DEPARTMENT, question.touchpoints());
                for (Handoff handoff : relay.handoffs()) {
                    OpeningHours receiver =
                            Objects.requireNonNull(hours.get(handoff.to().department()));
                    if (!handoff.pickedUpAt().isBefore(since)) {
                        tally.count(
                                judge.verdicts(question, relay, handoff, asItIs, receiver)
                                        .findings(),
                                judge.verdicts(question, relay, handoff, asItWouldBe, receiver)
                                        .findings());
                    }
                }
            }
        }
        progress.accept(1);
        return tally.result(since);
    }

    private List<Long> concerned(Instant since) {
        return jdbc.sql("""
                        SELECT DISTINCT journey_id FROM handoff
                        WHERE generation = ? AND grain = 'DEPARTMENT' AND picked_up_at >= ? ORDER BY journey_id""")
                .params(generations.live(), UtcTime.of(since))
                .query(Long.class)
                .list();
    }

    private List<Question> questions(List<Long> some, Map<Long, JourneyType> types, Instant now) {
        return SystemWork.call(() -> {
            List<AssembledJourney> read = journeys.read(some);
            Map<Long, Surroundings> around = surroundings.of(read);
            return read.stream()
                    .map(journey -> new Question(
                            journey,
                            Objects.requireNonNull(types.get(journey.typeId())),
                            around.getOrDefault(journey.id(), Surroundings.NONE),
                            now))
                    .toList();
        });
    }
}
