package nl.baton.journey;

import java.time.Clock;
import nl.baton.base.UtcTime;
import nl.baton.department.DepartmentChanged;
import nl.baton.department.DepartmentUse;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows what hangs on a department, and has it computed again when the department changes. */
@Component
class DepartmentWork implements DepartmentUse {

    private final JdbcClient jdbc;
    private final Clock clock;

    DepartmentWork(JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public Count of(long departmentId) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS touchpoints, COUNT(DISTINCT c.journey_id) AS journeys FROM touchpoint t
                            JOIN journey_case c ON c.id = t.case_id
                        WHERE department_id = :department OR handed_to_department_id = :department""")
                .param("department", departmentId)
                .query((row, n) -> new Count(row.getLong("touchpoints"), row.getLong("journeys")))
                .single();
    }

    /** Within the transaction of the change: either both are there or neither is. */
    @EventListener
    void recompute(DepartmentChanged changed) {
        jdbc.sql("""
                        INSERT INTO changed_case (case_id, marked_at)
                        SELECT DISTINCT case_id, :now FROM touchpoint
                        WHERE department_id = :department OR handed_to_department_id = :department""")
                .param("department", changed.departmentId())
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }
}
