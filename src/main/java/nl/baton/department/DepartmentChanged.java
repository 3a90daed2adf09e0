package nl.baton.department;

/**
 * What a department's waits and handoffs follow from has changed: its calendar, its zone, or with which others it is
 * one. Published within the transaction that changes it.
 */
public record DepartmentChanged(long departmentId) {}
