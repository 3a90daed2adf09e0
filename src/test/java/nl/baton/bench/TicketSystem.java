package nl.baton.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import nl.baton.bench.BenchCompany.Step;

/**
 * One of the systems that send: it has some two hundred cases in hand, and tells in each batch what happened to them
 * since the last, one to three touchpoints each.
 */
final class TicketSystem {

    static final int BATCH = 500;

    private static final int IN_HAND = 250;
    private static final int DAYS_BACK = 90;
    private static final int JOURNEYS_PER_CUSTOMER = 3;

    private final BenchCompany company = new BenchCompany();
    private final int number;
    private final Random random;
    private final Instant now;
    private final Deque<Case> inHand = new ArrayDeque<>();
    private int cases;
    private int touchpoints;

    TicketSystem(int number, Instant now) {
        this.number = number;
        this.random = new Random(number);
        this.now = now;
    }

    private record Case(int number, int type, int customer, Deque<Step> steps) {}

    /** The next batches, as they go over the line. */
    List<byte[]> batches(int count) {
        var batches = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            batches.add(batch());
        }
        return batches;
    }

    private byte[] batch() {
        var json = new StringBuilder(BATCH * 700).append('[');
        for (int left = BATCH; left > 0; ) {
            while (inHand.size() < IN_HAND) {
                inHand.add(newCase());
            }
            Case next = inHand.remove();
            for (int some = 1 + random.nextInt(3); some > 0 && left > 0 && !next.steps.isEmpty(); some--) {
                json.append(json.length() > 1 ? "," : "");
                write(json, next, next.steps.remove());
                left--;
            }
            if (!next.steps.isEmpty()) {
                inHand.add(next);
            }
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private Case newCase() {
        int type = company.type(random);
        Instant opened = now.minus(Duration.ofDays(DAYS_BACK)).plusSeconds(random.nextInt((int)
                Duration.ofDays(DAYS_BACK).minus(BenchCompany.LONGEST).toSeconds()));
        int customer = random.nextInt(cases / JOURNEYS_PER_CUSTOMER + 1);
        return new Case(cases++, type, customer, new ArrayDeque<>(company.journey(random, type, opened)));
    }

    private void write(StringBuilder json, Case of, Step step) {
        json.append("{\"source\":\"tickets-").append(number);
        json.append("\",\"externalId\":\"").append(number).append('-').append(touchpoints++);
        json.append("\",\"at\":\"")
                .append(step.at())
                .append("\",\"endedAt\":\"")
                .append(step.endedAt());
        json.append("\",\"journey\":{\"type\":\"").append(BenchCompany.TYPES.get(of.type));
        json.append("\",\"case\":\"").append(number).append('-').append(of.number);
        json.append("\"},\"customer\":[{\"kind\":\"SOURCE\",\"system\":\"crm\",\"value\":\"");
        json.append(number).append('-').append(of.customer);
        json.append("\"}],\"department\":\"").append(BenchCompany.DEPARTMENTS.get(step.department()));
        json.append("\",\"team\":\"").append(company.teamsOf(step.department()).get(step.team()));
        json.append("\",\"agent\":\"").append(step.agent());
        json.append("\",\"direction\":\"").append(step.direction());
        if (step.channel() != null) {
            json.append("\",\"channel\":\"").append(step.channel());
            json.append("\",\"handledBy\":\"STAFF\",\"answered\":true,\"purpose\":\"SERVICE");
        }
        json.append("\",\"activity\":\"")
                .append(step.activity())
                .append("\",\"topic\":\"")
                .append(step.topic());
        json.append("\",\"text\":\"").append(step.text()).append("\",\"language\":\"nl\"");
        if (step.outcome() != null) {
            json.append(",\"outcome\":\"").append(step.outcome()).append('"');
        }
        if (step.handedTo() >= 0) {
            json.append(",\"handedTo\":{\"department\":\"");
            json.append(BenchCompany.DEPARTMENTS.get(step.handedTo())).append("\"}");
        }
        json.append('}');
    }
}
