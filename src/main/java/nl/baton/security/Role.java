package nl.baton.security;

/** What a user may do; a user has one or more. The matrix of who sees what stands in the services that enforce it. */
public enum Role {
    AGENT,
    MARKETER,
    EXECUTIVE,
    LEAD,
    STEWARD,
    ADMIN
}
