package nl.baton.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the time of a change of filter by the browser's own clock: from its question leaving until the answer, which
 * comes by push, is in. That is the server with all it does, and the loopback; drawing is not in it.
 */
final class FilterTiming {

    /** From the click on, what the screen's own tile was filled with anew: that is when the figures stand there. */
    private static final String CLICK = """
            query => new Promise((resolve, reject) => {
                const tile = document.querySelector('.handoffs-view > .tile');
                const link = document.createElement('a');
                link.href = 'handoffs?' + query;
                document.body.append(link);
                const late = setTimeout(() => reject(new Error('Nothing came for ' + query)), 20000);
                new MutationObserver((changes, observer) => {
                    if (changes.some(change => [...change.addedNodes].some(node => node.matches?.('.overview')))) {
                        observer.disconnect();
                        clearTimeout(late);
                        link.remove();
                        resolve([clicked, performance.timeOrigin + performance.now()]);
                    }
                }).observe(tile, { childList: true });
                const clicked = performance.timeOrigin + performance.now();
                link.click();
            })
            """;

    private final Page page;
    private final List<Double> questions = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();
    /** The protocol counts seconds from anywhere; requests tell the time of day too. */
    private double toTimeOfDay = Double.NaN;

    FilterTiming(Page page) {
        this.page = page;
        CDPSession protocol = page.context().newCDPSession(page);
        protocol.on("Network.requestWillBeSent", this::asked);
        protocol.on("Network.webSocketFrameSent", frame -> questions.add(milliseconds(frame)));
        protocol.on("Network.webSocketFrameReceived", frame -> answers.add(milliseconds(frame)));
        protocol.on("Network.loadingFinished", answer -> answers.add(milliseconds(answer)));
        protocol.send("Network.enable");
    }

    /**
     * How long the user waited, and on whom.
     *
     * @param before the browser, until the question left
     * @param after the browser, from the answer's arrival until the figures stand on the screen
     */
    record Taken(double before, double server, double after) {}

    Taken change(String query) {
        questions.clear();
        answers.clear();
        List<?> times = (List<?>) page.evaluate(CLICK, query);
        double clicked = ((Number) times.get(0)).doubleValue();
        double shown = ((Number) times.get(1)).doubleValue();
        // the browser's clocks are read a little apart, hence the millisecond
        double asked = questions.stream()
                .map(time -> time + toTimeOfDay)
                .filter(time -> time >= clicked - 1)
                .min(Double::compare)
                .orElseThrow(() -> new IllegalStateException("No question was seen for " + query));
        double answered = answers.stream()
                .map(time -> time + toTimeOfDay)
                .filter(time -> time > asked && time <= shown + 1)
                .max(Double::compare)
                .orElseThrow(() -> new IllegalStateException("No answer was seen for " + query));
        return new Taken(asked - clicked, answered - asked, shown - answered);
    }

    private void asked(JsonObject request) {
        toTimeOfDay = request.get("wallTime").getAsDouble() * 1000 - milliseconds(request);
        if (request.getAsJsonObject("request").get("url").getAsString().contains("v-r=uidl")) {
            questions.add(milliseconds(request));
        }
    }

    private static double milliseconds(JsonObject event) {
        return event.get("timestamp").getAsDouble() * 1000;
    }
}
