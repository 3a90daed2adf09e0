package nl.baton.handoff;

/** A rule that a handoff breaks, and why. */
public record Finding(String rule, BreakdownRule.Evidence evidence) {}
