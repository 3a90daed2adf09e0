package nl.baton.customer.search;

/** A part of a text, the end excluded. */
public record Span(int from, int to) {}
