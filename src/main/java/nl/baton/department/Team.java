package nl.baton.department;

/**
 * A team within a department.
 *
 * @param name empty for the work of a department that names no team
 */
public record Team(long id, long departmentId, String name) {}
