package nl.baton.department;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which departments and teams are read as others, because they were found to be the same under another name.
 *
 * @param departments merged department to the one it is read as
 * @param teams likewise
 */
public record Survivors(Map<Long, Long> departments, Map<Long, Long> teams) {

    static final Survivors NONE = new Survivors(Map.of(), Map.of());

    /** The department that this one is read as: itself, unless it was merged. */
    public long department(long id) {
        return departments.getOrDefault(id, id);
    }

    /** The team that this one is read as. */
    public long team(long id) {
        return teams.getOrDefault(id, id);
    }

    /** All departments that are read as the same one as this, by which their work is stored. */
    public Set<Long> readAs(long department) {
        long survivor = department(department);
        Set<Long> same = new HashSet<>(Set.of(survivor));
        departments.forEach((merged, into) -> {
            if (into == survivor) {
                same.add(merged);
            }
        });
        return same;
    }
}
