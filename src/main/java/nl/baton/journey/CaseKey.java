package nl.baton.journey;

/** The identity of a journey in the outside world: its type, and a source's case number. */
public record CaseKey(String type, String source, String caseNumber) {}
