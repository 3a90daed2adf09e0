package nl.baton.segment;

import java.time.Instant;

/**
 * A group of customers that a marketer described.
 *
 * @param version of its condition, from 1
 * @param owner user who made it, and alone changes it
 * @param mine whether that is who asks
 * @param shared whether other marketers, and executives, see it
 */
public record Segment(
        long id,
        String name,
        int version,
        long owner,
        boolean mine,
        boolean shared,
        Instant changedAt,
        Condition condition) {}
