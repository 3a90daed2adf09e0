package nl.baton.department;

/** How much hangs on a department; implemented by the module that keeps its work. */
public interface DepartmentUse {

    Count of(long departmentId);

    /** The touchpoints of a department or handed to it, and the journeys that they belong to. */
    record Count(long touchpoints, long journeys) {}
}
