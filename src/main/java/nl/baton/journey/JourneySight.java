package nl.baton.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which journeys the current user sees, and which words in them: an agent and a steward all; a lead the journeys that
 * the own department took part in, without the internal text of others.
 */
@Component
class JourneySight {

    /** Everybody's journeys, or those with a touchpoint in one department by any of its names, or handed to it. */
    static final String SEEN = """
            (:all = TRUE OR EXISTS (SELECT 1 FROM journey_case k JOIN touchpoint o ON o.case_id = k.id
                WHERE k.journey_id = j.id AND (o.department_id IN (:own) OR o.handed_to_department_id IN (:own))))""";

    /** The text of this touchpoint may be read: the same as {@link #shown}, in SQL. */
    static final String TEXT_SEEN = """
            (:all = TRUE OR t.department_id IN (:own) OR t.visibility = 'CUSTOMER'
                OR (t.visibility IS NULL AND t.direction IN ('INBOUND', 'OUTBOUND')))""";

    private final Departments departments;
    private final CurrentUserProvider users;

    JourneySight(Departments departments, CurrentUserProvider users) {
        this.departments = departments;
        this.users = users;
    }

    /** The one department whose journeys the asker sees; null for all. */
    @Nullable
    Long ownDepartment() {
        CurrentUser user = users.get();
        boolean all = user.has(Role.AGENT) || user.has(Role.STEWARD);
        return all ? null : user.homeDepartment().orElse(0L);
    }

    @Nullable
    Long homeDepartment() {
        return users.get().homeDepartment().orElse(null);
    }

    Map<String, Object> parameters(Map<String, ?> parameters) {
        return parameters(parameters, ownDepartment());
    }

    Map<String, Object> parameters(Map<String, ?> parameters, @Nullable Long own) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("all", own == null);
        all.put("own", own == null ? Set.of(0L) : departments.survivors().readAs(own));
        return all;
    }

    /** As it may be shown, with merged departments in the names of those that they are read as. */
    Touchpoint shown(Touchpoint stored, Survivors survivors) {
        return withoutOthersText(stored.readAs(survivors));
    }

    /** Internal text of other departments is not for who sees journeys by way of the own department. */
    Touchpoint withoutOthersText(Touchpoint touchpoint) {
        Long own = ownDepartment();
        boolean hidden = own != null && !own.equals(touchpoint.departmentId()) && !touchpoint.visibleToCustomer();
        return hidden && touchpoint.text() != null ? touchpoint.withoutText() : touchpoint;
    }
}
