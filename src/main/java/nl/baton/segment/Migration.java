package nl.baton.segment;

import java.time.LocalDate;
import java.util.List;

/**
 * Where customers went between two days.
 *
 * @param groups codes of what they belonged to, in order; the last one is {@link #NONE}
 * @param flows how many went from each group to each, those that stayed included; without those that are none
 * @param overlapping whether a customer may be in several groups, so that flows do not add up to customers
 */
public record Migration(LocalDate from, LocalDate to, List<Group> groups, List<Flow> flows, boolean overlapping) {

    /** In none of the groups. */
    public static final String NONE = "NONE";

    public Migration {
        groups = List.copyOf(groups);
        flows = List.copyOf(flows);
    }

    /** What kind of groups. */
    public enum Kind {
        STAGE,
        TIER,
        RFM,
        SEGMENT
    }

    /** @param before how many on the former day; {@code after}: on the latter */
    public record Group(String code, String name, long before, long after) {}

    public record Flow(String from, String to, long customers) {}
}
