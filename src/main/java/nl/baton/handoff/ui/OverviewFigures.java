package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.HandoffSummary;
import nl.baton.handoff.Stake;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import org.jspecify.annotations.Nullable;

/** The summary as figures, each with its n, what it was before, its definition, and a way to the records it counts. */
final class OverviewFigures {

    private final Overview loaded;
    private final HandoffsState state;
    private final Component says;
    private final Locale locale;
    private final Formats formats;

    private OverviewFigures(Overview loaded, HandoffsState state, Component says, Locale locale) {
        this.loaded = loaded;
        this.state = state;
        this.says = says;
        this.locale = locale;
        this.formats = Formats.of(locale);
    }

    static Figures of(Overview loaded, HandoffsState state, Component says, Locale locale) {
        return new OverviewFigures(loaded, state, says, locale).all();
    }

    private Figures all() {
        List<Figure> all =
                new ArrayList<>(List.of(handoffs(), broken(), waits(), chased(), pingPongs(), notPickedUp()));
        if (loaded.stake() != null) {
            all.add(atStake(loaded.stake()));
        }
        return new Figures(all.toArray(Figure[]::new));
    }

    private Figure atStake(Stake stake) {
        var words = new StakeWords(says, locale);
        Stake.Range range = stake.range();
        return figure(
                "at-stake",
                range == null ? "–" : words.range(stake, range),
                HandoffsState.AT_STAKE,
                words.beside(stake),
                null);
    }

    private Figure handoffs() {
        HandoffSummary now = loaded.summary();
        HandoffSummary before = loaded.before();
        return figure(
                "handoffs",
                formats.number(now.handoffs()),
                "all",
                text(inJourneys(), now.journeysWithHandoff()),
                before == null ? null : text("handoff.figure.before", formats.number(before.handoffs())));
    }

    /** Within a period a journey counts where its first one lies, so that days add up; the words must say so. */
    private String inJourneys() {
        return loaded.period() == null ? "handoff.figure.in-journeys" : "handoff.figure.first-of-journeys";
    }

    private Figure broken() {
        BreakdownRate before = loaded.before() == null ? null : loaded.before().rate();
        return share(
                loaded.filter().rule() == null ? "broken" : "broken-by-rule",
                "broken",
                loaded.summary().rate(),
                before);
    }

    private Figure chased() {
        BreakdownRate before = loaded.before() == null ? null : loaded.before().chased();
        return share("chased", "CUSTOMER_CHASED", loaded.summary().chased(), before);
    }

    private Figure share(String key, String show, BreakdownRate rate, @Nullable BreakdownRate before) {
        Double share = rate.share();
        Interval interval = rate.interval();
        if (share == null || interval == null) {
            return figure(key, "–", null, text("handoff.figure.nothing-judged"), null);
        }
        return figure(
                key,
                formats.percent(share, 1),
                show,
                text(
                        "handoff.figure.of",
                        formats.number(rate.broken()),
                        formats.number(rate.judged()),
                        formats.percentRange(interval, 1)),
                before == null || before.share() == null
                        ? null
                        : text("handoff.figure.before", formats.percent(before.share(), 1)));
    }

    private Figure waits() {
        HandoffSummary now = loaded.summary();
        HandoffSummary before = loaded.before();
        return figure(
                "wait",
                wait(now.waits().p50()),
                HandoffsState.ALL,
                text(
                        "handoff.figure.one-in-ten",
                        formats.number(now.handoffs()),
                        wait(now.waits().p50Low()),
                        wait(now.waits().p50High()),
                        wait(now.waits().p90())),
                before == null || before.waits().p50() == null
                        ? null
                        : text("handoff.figure.before", wait(before.waits().p50())));
    }

    private String wait(@Nullable Double seconds) {
        return seconds == null ? "–" : formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Figure pingPongs() {
        HandoffSummary now = loaded.summary();
        HandoffSummary before = loaded.before();
        return figure(
                "ping-pong",
                formats.number(now.pingPongHandoffs()),
                "ping-pong",
                text(inJourneys(), now.pingPongJourneys()),
                before == null ? null : text("handoff.figure.before", formats.number(before.pingPongHandoffs())));
    }

    private Figure notPickedUp() {
        HandoffSummary now = loaded.summary();
        return figure(
                "not-picked-up",
                formats.number(now.overdue()),
                "not-picked-up",
                text("handoff.figure.pending", formats.number(now.pending())),
                null);
    }

    private Figure figure(String key, String value, @Nullable String show, String small, @Nullable String before) {
        List<String> beside = new ArrayList<>(List.of(small));
        if (before != null) {
            beside.add(before);
        }
        Figure figure = new Figure(text("handoff.figure." + key), value, String.join("\n", beside))
                .explained(text("handoff.figure." + key + ".definition"));
        if (show != null && loaded.evidenceOfAll()) {
            figure.leadingTo(
                    HandoffsView.class,
                    RouteParameters.empty(),
                    state.showing(show, false).query());
        }
        return figure;
    }

    private String text(String key, Object... arguments) {
        return says.getTranslation(key, arguments);
    }
}
