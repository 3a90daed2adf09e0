package nl.baton.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.baton.department.Departments;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which journeys the asker sees, and what of their touchpoints; see {@link Journeys}. */
@Component
class JourneySight {

    /** Everybody's journeys, or those with a touchpoint in one department by any of its names, or handed to it. */
    static final String SEEN = """
            (:all = TRUE OR EXISTS (SELECT 1 FROM journey_case k JOIN touchpoint o ON o.case_id = k.id
                WHERE k.journey_id = j.id AND (o.department_id IN (:own) OR o.handed_to_department_id IN (:own))))""";

    private final Departments departments;
    private final CurrentUserProvider users;

    JourneySight(Departments departments, CurrentUserProvider users) {
        this.departments = departments;
        this.users = users;
    }

    /** The same parameters, with those of {@link #SEEN} for the asker. */
    Map<String, Object> parameters(Map<String, Object> parameters) {
        return parameters(parameters, ownDepartment());
    }

    Map<String, Object> parameters(Map<String, Object> parameters, @Nullable Long own) {
        var all = new HashMap<>(parameters);
        all.put("all", own == null);
        all.put("own", own == null ? Set.of(0L) : departments.survivors().readAs(own));
        return all;
    }

    /** The one department whose journeys the asker sees; null for all. */
    @Nullable
    Long ownDepartment() {
        CurrentUser user = users.get();
        boolean all = user.has(Role.AGENT) || user.has(Role.STEWARD);
        return all ? null : user.homeDepartment().orElse(0L);
    }

    /** Internal text of other departments is not for who sees journeys by way of the own department. */
    Touchpoint withoutOthersText(Touchpoint touchpoint) {
        Long own = ownDepartment();
        boolean hidden = own != null && !own.equals(touchpoint.departmentId()) && !touchpoint.visibleToCustomer();
        return hidden && touchpoint.text() != null ? touchpoint.withoutText() : touchpoint;
    }
}
