package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which lanes the asker sees. A lane that is asked for is looked up again under the asker's own scope, since what came from
 * outside proves nothing; its figures need not be known for that.
 */
@Component
class LanesSeen {

    private final JdbcClient jdbc;
    private final HandoffAccess access;

    LanesSeen(JdbcClient jdbc, HandoffAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** A lane by its id, with the departments of its ends. */
    record Seen(long id, long fromDepartment, long toDepartment) {

        boolean isEndOf(long department) {
            return fromDepartment == department || toDepartment == department;
        }
    }

    /** Empty where there is no such lane, or it is not the asker's to see. */
    Optional<Seen> find(LaneFilter filter, LaneFigures lane) {
        return find(filter.grain(), lane.from().id(), lane.to().id());
    }

    /** The same by its ends. */
    Optional<Seen> find(Grain grain, long from, long to) {
        Long own = access.departmentOfLanes();
        var parameters = new ArrayList<Object>(List.of(grain.name(), from, to));
        if (own != null) {
            parameters.addAll(List.of(own, own));
        }
        return jdbc.sql("SELECT id, from_department_id, to_department_id FROM lane"
                        + " WHERE grain = ? AND from_id = ? AND to_id = ?"
                        + (own == null ? "" : " AND (from_department_id = ? OR to_department_id = ?)"))
                .params(parameters)
                .query((row, n) -> new Seen(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }
}
