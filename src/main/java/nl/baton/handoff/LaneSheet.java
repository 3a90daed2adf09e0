package nl.baton.handoff;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.Texts;
import nl.baton.base.sheet.Sheet;
import nl.baton.base.sheet.Sheet.Note;
import nl.baton.base.sheet.SheetColumn;
import nl.baton.handoff.LaneFigures.RuleCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the ranked lanes out as a sheet. */
@Component
class LaneSheet {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final Texts texts;
    private final HandoffWords words;
    private final FilterWords filters;
    private final List<BreakdownRule> rules;
    private final Clock clock;
    private final ZoneId zone;

    LaneSheet(
            Texts texts,
            HandoffWords words,
            FilterWords filters,
            List<BreakdownRule> rules,
            Clock clock,
            BatonProperties properties) {
        this.texts = texts;
        this.words = words;
        this.filters = filters;
        this.rules = rules;
        this.clock = clock;
        this.zone = properties.zone();
    }

    Sheet<LaneFigures> of(LaneRanking ranking, LaneFilter filter, Locale locale) {
        var columns = new Columns(locale, ranks(ranking));
        columns.lane();
        columns.rate();
        if (ranking.lanes().stream().anyMatch(lane -> lane.stake() != null)) {
            columns.stake();
        }
        columns.waits();
        columns.rules();
        return new Sheet<>(
                texts.text(locale, "handoff.export.lanes"),
                columns.all,
                ranking.lanes(),
                notes(ranking, filter, locale));
    }

    private static Map<Long, Long> ranks(LaneRanking ranking) {
        Map<Long, Long> ranks = new HashMap<>();
        ranking.lanes().forEach(lane -> ranks.put(lane.laneId(), ranks.size() + 1L));
        return ranks;
    }

    private List<Note> notes(LaneRanking ranking, LaneFilter filter, Locale locale) {
        Formats formats = Formats.of(locale);
        Double share = ranking.rate().share();
        Interval interval = ranking.rate().interval();
        String overall = share == null || interval == null
                ? texts.text(locale, "handoff.figure.nothing-judged")
                : texts.text(
                        locale,
                        "handoff.lanes.share",
                        formats.percent(share, 1),
                        formats.number(ranking.rate().judged()),
                        formats.percentRange(interval, 1));
        return List.of(
                new Note(text(locale, "filter"), filters.of(filter, locale)),
                new Note(text(locale, "made"), formats.dateTime(clock.instant(), zone)),
                new Note(text(locale, "overall"), overall),
                new Note(text(locale, "ranking"), text(locale, "ranking.definition")));
    }

    private String text(Locale locale, String key) {
        return texts.text(locale, "handoff.export." + key);
    }

    private final class Columns {
        private final Locale locale;
        private final Map<Long, Long> ranks;
        private final List<SheetColumn<LaneFigures>> all = new ArrayList<>();

        Columns(Locale locale, Map<Long, Long> ranks) {
            this.locale = locale;
            this.ranks = ranks;
        }

        void lane() {
            whole("rank", lane -> ranks.get(lane.laneId()));
            all.add(SheetColumn.text(heading("from"), "", lane -> lane.from().name()));
            all.add(SheetColumn.text(heading("to"), "", lane -> lane.to().name()));
            whole("handoffs", LaneFigures::handoffs);
            whole("journeys", LaneFigures::journeys);
            whole("ping-pongs", LaneFigures::pingPongs);
            whole("returns", LaneFigures::returns);
            whole("bounced", LaneFigures::bounced);
        }

        void rate() {
            whole("judged", lane -> lane.rate().judged());
            whole("broken", lane -> lane.rate().broken());
            share("rate", lane -> lane.rate().share());
            share("rate-low", lane -> low(lane.rate().interval()));
            share("rate-high", lane -> high(lane.rate().interval()));
            decimal("excess", LaneFigures::excess);
            all.add(SheetColumn.text(
                    heading("verdict"),
                    definition("verdict"),
                    lane -> texts.text(
                            locale, "handoff.verdict." + lane.verdict().name())));
        }

        void stake() {
            amount("stake", Stake.Range::amount);
            amount("stake-low", Stake.Range::low);
            amount("stake-high", Stake.Range::high);
            whole(
                    "stake-customers",
                    lane -> lane.stake() == null ? null : (Long) lane.stake().customers());
            loss("extra-loss", RiskDifference::estimate);
            loss("extra-loss-low", RiskDifference::low);
            loss("extra-loss-high", RiskDifference::high);
        }

        private void amount(String key, Function<Stake.Range, BigDecimal> value) {
            decimal(key, lane -> {
                Stake.Range range = lane.atStake();
                return range == null ? null : (Double) value.apply(range).doubleValue();
            });
        }

        private void loss(String key, Function<RiskDifference, Double> value) {
            share(key, lane -> {
                RiskDifference loss = lane.stake() == null ? null : lane.stake().loss();
                return loss == null ? null : value.apply(loss);
            });
        }

        void waits() {
            decimal("wait", lane -> hours(lane.waits().p50()));
            decimal("wait-low", lane -> hours(lane.waits().p50Low()));
            decimal("wait-high", lane -> hours(lane.waits().p50High()));
            decimal("wait-90", lane -> hours(lane.waits().p90()));
            decimal("wait-total", lane -> lane.waits().totalHours());
        }

        void rules() {
            rules.stream()
                    .map(BreakdownRule::code)
                    .sorted()
                    .forEach(rule -> all.add(SheetColumn.whole(
                            words.rule(locale, rule), words.definition(locale, rule), lane -> count(lane, rule))));
        }

        private long count(LaneFigures lane, String rule) {
            return lane.breakdowns().stream()
                    .filter(count -> count.rule().equals(rule))
                    .mapToLong(RuleCount::handoffs)
                    .sum();
        }

        private void whole(String key, Function<LaneFigures, @Nullable Long> value) {
            all.add(SheetColumn.whole(heading(key), definition(key), value));
        }

        private void decimal(String key, Function<LaneFigures, @Nullable Double> value) {
            all.add(SheetColumn.decimal(heading(key), definition(key), value));
        }

        private void share(String key, Function<LaneFigures, @Nullable Double> value) {
            all.add(SheetColumn.share(heading(key), definition(key), value));
        }

        private String heading(String key) {
            return text(locale, key);
        }

        private String definition(String key) {
            return text(locale, key + ".definition");
        }
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }

    private static @Nullable Double hours(@Nullable Double seconds) {
        return seconds == null ? null : seconds / SECONDS_PER_HOUR;
    }
}
