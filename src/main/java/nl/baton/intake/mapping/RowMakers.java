package nl.baton.intake.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import nl.baton.base.Item;
import nl.baton.intake.item.ItemContext;
import nl.baton.intake.item.ItemKind;
import org.jspecify.annotations.Nullable;

/** Chooses who makes something of the rows. */
final class RowMakers {

    /** Of fields that have no column. */
    private static final TimeParser NONE = text -> null;

    private RowMakers() {}

    /** @param kind reads what the rows are; null for touchpoints */
    static RowMaker of(
            Mapping mapping,
            Cells cells,
            Map<Field, TimeParser> times,
            RowIdentity identity,
            Instant now,
            ZoneId company,
            @Nullable ItemKind<? extends Item> kind) {
        if (kind == null) {
            return new RowMapper(
                    mapping,
                    cells,
                    times.getOrDefault(Field.AT, NONE),
                    times.getOrDefault(Field.ENDED_AT, NONE),
                    identity,
                    now);
        }
        return new ItemRowMapper(
                mapping, cells, times, identity, new ItemContext(now, company), kind, mapping.zone(company));
    }
}
