package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Receipt;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** Writes a journey down in a test, hour by hour; departments are single letters. */
final class Journey {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final List<Touchpoint> touchpoints = new ArrayList<>();

    static long department(String letter) {
        return letter.charAt(0);
    }

    Step at(double hour, @Nullable String department) {
        return new Step(hour, department);
    }

    List<Touchpoint> touchpoints() {
        return List.copyOf(touchpoints);
    }

    Relay relay() {
        return Relay.of(Grain.DEPARTMENT, touchpoints);
    }

    static Instant hour(double hour) {
        return START.plus(Duration.ofSeconds(Math.round(hour * 3600)));
    }

    /** One touchpoint, added to the journey when something is said of it last. */
    final class Step {
        private final double hour;
        private final @Nullable String department;
        private @Nullable Instant end;
        private @Nullable Direction direction;
        private @Nullable Outcome outcome;
        private @Nullable String to;
        private @Nullable String team;
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable Receipt receipt;
        private @Nullable String channel;
        private @Nullable String topic;
        private @Nullable Party by;

        private Step(double hour, @Nullable String department) {
            this.hour = hour;
            this.department = department;
        }

        Step until(double hour) {
            end = Journey.hour(hour);
            return this;
        }

        Step inbound() {
            direction = Direction.INBOUND;
            return this;
        }

        /** From the customer, by this channel. */
        Step inbound(String by) {
            channel = by;
            return inbound();
        }

        Step about(String of) {
            topic = of;
            return this;
        }

        Step by(Party who) {
            by = who;
            return this;
        }

        Step outbound() {
            direction = Direction.OUTBOUND;
            return this;
        }

        Step handsTo(String department) {
            to = department;
            return this;
        }

        Step ends(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        Step asks(String key) {
            facts.add(new Fact(key, Fact.Act.ASKED, null));
            return this;
        }

        Step tells(String key) {
            facts.add(new Fact(key, Fact.Act.TOLD, "x"));
            return this;
        }

        /** Answers the pass of that touchpoint. */
        Step answers(String pass, Receipt.State state) {
            receipt = new Receipt(pass, state, null);
            return this;
        }

        Step team(String name) {
            team = name;
            return this;
        }

        Journey then() {
            long id = touchpoints.size() + 1;
            Long departmentId = department == null ? null : Journey.department(department);
            Long teamId = departmentId == null ? null : departmentId * 1000 + (team == null ? 0 : team.charAt(0));
            touchpoints.add(new Touchpoint(
                    id,
                    1,
                    "test",
                    "t" + id,
                    id,
                    Journey.hour(hour),
                    end,
                    null,
                    departmentId,
                    teamId,
                    null,
                    direction,
                    channel,
                    null,
                    null,
                    null,
                    null,
                    topic,
                    null,
                    null,
                    null,
                    outcome,
                    by,
                    to == null ? null : Journey.department(to),
                    null,
                    new Touchpoint.Details(List.of(), List.copyOf(facts), List.of(), List.of(), receipt)));
            return Journey.this;
        }
    }
}
