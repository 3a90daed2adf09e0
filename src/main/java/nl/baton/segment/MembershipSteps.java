package nl.baton.segment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.baton.base.Days;
import nl.baton.segment.MembershipTable.Run;
import nl.baton.segment.MembershipTable.Stored;
import nl.baton.segment.Trait.RfmIs;
import nl.baton.segment.Trait.StageIs;
import nl.baton.segment.Trait.TierIs;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes down who belongs to what, once a day and again after a valuation, and who moved. A segment that is new or was
 * described anew is taken at once. Done again, it comes out the same.
 */
@Component
class MembershipSteps {

    private static final Logger LOG = LoggerFactory.getLogger(MembershipSteps.class);

    /** For how long it stays known who belonged to what. */
    private static final int KEPT_DAYS = 400;

    private static final int TRAITS_KEPT_DAYS = 7;

    private final SegmentTable segments;
    private final MembershipTable table;
    private final MoveTable moves;
    private final MoveReasons reasons;
    private final TraitQuery query;
    private final FiguresTable figures;
    private final LiveSets live;
    private final TransactionTemplate transaction;

    MembershipSteps(
            SegmentTable segments,
            MembershipTable table,
            MoveTable moves,
            MoveReasons reasons,
            TraitQuery query,
            FiguresTable figures,
            LiveSets live,
            PlatformTransactionManager transactions) {
        this.segments = segments;
        this.table = table;
        this.moves = moves;
        this.reasons = reasons;
        this.query = query;
        this.figures = figures;
        this.live = live;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What one taking reads, each thing once. */
    private final class Taking {
        private final Moment moment = query.now();
        private final LocalDate day = Days.dayOf(moment.now(), moment.zone());
        private final Optional<Run> before = table.lastBefore(day);
        private final Map<Trait, CustomerSet> traits = new HashMap<>();
        private final CustomerSet everyone = query.everyone();

        private CustomerSet of(Trait trait) {
            return traits.computeIfAbsent(trait, asked -> query.of(asked, moment));
        }

        private CustomerSet of(Condition condition) {
            return TraitQuery.of(condition, everyone, this::of);
        }
    }

    /** One at a time. Before the first valuation nothing is known, and nothing taken. */
    synchronized void all(BooleanSupplier stopping) {
        Moment now = query.now();
        if (now.scoring() == 0) {
            return;
        }
        LocalDate day = Days.dayOf(now.now(), now.zone());
        boolean whole =
                table.run(day).filter(run -> run.scoring() == now.scoring()).isEmpty();
        Map<String, Integer> known = table.versions(day);
        List<Segment> todo = segments.all().stream()
                .filter(segment -> whole
                        || !Integer.valueOf(segment.version())
                                .equals(known.get(MembershipTable.ofSegment(segment.id()))))
                .toList();
        if (!whole && todo.isEmpty()) {
            return;
        }
        Taking taking = new Taking();
        if (whole) {
            standing().forEach((code, trait) -> table.put(code, taking.day, 0, taking.of(trait), taking.moment.now()));
            table.put(MoveReasons.EVERYONE, taking.day, 0, taking.everyone, taking.moment.now());
        }
        Map<Segment, CustomerSet> taken = new LinkedHashMap<>();
        for (Segment segment : todo) {
            if (stopping.getAsBoolean()) {
                throw new IllegalStateException("Stopped in the middle; another node, or the next start, goes on");
            }
            taken.put(segment, take(segment, taking));
        }
        figures.take(taken, taking.moment, taking.day);
        if (whole) {
            live.forget();
            table.finish(new Run(taking.day, taking.moment.scoring()), taking.moment.now());
            table.forget(taking.day.minusDays(KEPT_DAYS), taking.day.minusDays(TRAITS_KEPT_DAYS));
        }
        LOG.info("Members of {} segments were taken down", taken.size());
    }

    private CustomerSet take(Segment segment, Taking taking) {
        String code = MembershipTable.ofSegment(segment.id());
        CustomerSet members = taking.of(segment.condition());
        segment.condition()
                .traits()
                .flatMap(trait -> trait.single().stream())
                .distinct()
                .forEach(trait -> table.put(reasons.code(trait), taking.day, 0, taking.of(trait), taking.moment.now()));
        while (moves.takeAway(segment.id(), taking.day)) {
            // the next piece
        }
        Optional<Stored> before = taking.before.flatMap(run -> table.read(code, run.day()));
        before.ifPresent(stored -> {
            var difference = new MoveReasons.Difference(
                    segment,
                    stored,
                    taking.before.orElseThrow().scoring(),
                    taking.day,
                    taking.moment,
                    taking.everyone,
                    members);
            reasons.tell(difference, taking::of, moves::insert);
        });
        transaction.executeWithoutResult(
                status -> table.put(code, taking.day, segment.version(), members, taking.moment.now()));
        return members;
    }

    /** What customers belong to one of by themselves: tiers, stages, and segments by recency, frequency and monetary value. */
    static Map<String, Trait> standing() {
        Map<String, Trait> standing = new LinkedHashMap<>();
        Arrays.stream(Tier.values()).forEach(tier -> standing.put("TIER:" + tier, new TierIs(Set.of(tier))));
        LifecycleStage.COURSE.forEach(stage -> standing.put("STAGE:" + stage, new StageIs(Set.of(stage))));
        Arrays.stream(RfmSegment.values())
                .forEach(segment -> standing.put("RFM:" + segment, new RfmIs(Set.of(segment))));
        return standing;
    }
}
