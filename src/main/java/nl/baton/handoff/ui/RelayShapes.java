package nl.baton.handoff.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the relay chart draws; see {@code frontend/relay/types.ts}. Instants are ISO 8601 with an offset. */
final class RelayShapes {

    private RelayShapes() {}

    record Drawing(
            String zone,
            String now,
            Span window,
            boolean all,
            @Nullable Span loaded,
            List<Lane> departments,
            List<Contact> touchpoints,
            List<Bin> bins,
            List<Run> legs,
            List<Pass> passes,
            List<Silence> silences,
            List<Promise> promises,
            List<Journey> journeys,
            List<Closed> closed,
            @Nullable Span hours) {}

    record Span(String from, String to) {}

    record Lane(String id, String name, int slot, boolean striped) {}

    record Contact(
            String id,
            String journey,
            String at,
            @Nullable String endedAt,
            String direction,
            String channel,
            @Nullable String department,
            String text) {}

    record Bin(String from, String to, long inbound, long outbound, Map<String, Double> held) {}

    record Run(
            String id,
            String journey,
            String department,
            String start,
            @Nullable String end,
            List<String> touchpoints) {}

    /** One handoff between two runs, or with an {@code until} as many as {@code count} between two departments. */
    record Pass(
            String id,
            String journey,
            @Nullable String from,
            @Nullable String to,
            @Nullable String fromDepartment,
            String toDepartment,
            String at,
            @Nullable String startedAt,
            @Nullable String until,
            long count,
            String waitText,
            String state,
            List<String> rules,
            @Nullable String sentence) {}

    record Silence(String id, String from, @Nullable String to, String text) {}

    record Promise(String id, String due, String state, String text) {}

    record Journey(String id, String start, @Nullable String end, String state, String title, int count) {}

    record Closed(String department, String from, String to) {}
}
