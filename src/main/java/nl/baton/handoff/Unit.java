package nl.baton.handoff;

/**
 * A runner of the relay as screens name it: a department, or a team.
 *
 * @param name the department's name; for a team "department / team"
 * @param code as the source knows it; what the API gives
 * @param slot the department's colour, from 1 on
 */
public record Unit(long id, String name, String code, long departmentId, int slot) {}
