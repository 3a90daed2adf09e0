package nl.baton.intake.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.baton.customer.Identity;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.Row;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyAttributes;
import nl.baton.journey.NewTouchpoint;
import org.jspecify.annotations.Nullable;

/** Makes touchpoints of the rows of one file, one after the other in their order. */
final class RowMapper implements RowMaker {

    private static final Duration TOLERATED_AHEAD = Duration.ofDays(1);
    private static final int LONGEST_SHOWN = 100;

    private final Mapping mapping;
    private final Cells cells;
    private final TimeParser at;
    private final TimeParser endedAt;
    private final RowIdentity identity;
    private final Instant latest;

    RowMapper(Mapping mapping, Cells cells, TimeParser at, TimeParser endedAt, RowIdentity identity, Instant now) {
        this.mapping = mapping;
        this.cells = cells;
        this.at = at;
        this.endedAt = endedAt;
        this.identity = identity;
        this.latest = now.plus(TOLERATED_AHEAD);
    }

    @Override
    public MappedRow map(Row row) {
        if (row.ragged()) {
            return new Rejected(row, "", Reason.of("intake.row.ragged", row.cells(), row.expectedCells()));
        }
        try {
            return new Mapped(touchpoint(row));
        } catch (Unfit unfit) {
            return new Rejected(row, unfit.field, unfit.reason);
        }
    }

    private NewTouchpoint touchpoint(Row row) throws Unfit {
        String caseNumber = required(row, Field.JOURNEY);
        Instant began = time(Field.AT, required(row, Field.AT), at);
        String end = text(row, Field.ENDED_AT);
        Instant ended = end == null ? null : time(Field.ENDED_AT, end, endedAt);
        if (ended != null && ended.isBefore(began)) {
            throw new Unfit(Field.ENDED_AT, "intake.row.ends-before", shown(end));
        }
        String customer = text(row, Field.CUSTOMER);
        String handedTo = text(row, Field.HANDED_TO);
        String handedToTeam = text(row, Field.HANDED_TO_TEAM);
        String stated = text(row, Field.EXTERNAL_ID);
        return NewTouchpoint.of(
                        mapping.source(),
                        stated == null ? identity.next(row) : stated,
                        new CaseKey(mapping.journeyType(), mapping.source(), caseNumber),
                        began)
                .position(row.index())
                .endedAt(ended)
                .customer(customer == null ? List.of() : List.of(Identity.source(customer)))
                .department(text(row, Field.DEPARTMENT))
                .team(text(row, Field.TEAM))
                .agent(text(row, Field.AGENT))
                .direction(word(row, Field.DIRECTION, Words.DIRECTION))
                .channel(text(row, Field.CHANNEL))
                .handledBy(word(row, Field.HANDLED_BY, Words.HANDLED_BY))
                .answered(word(row, Field.ANSWERED, Words.ANSWERED))
                .purpose(word(row, Field.PURPOSE, Words.PURPOSE))
                .activity(text(row, Field.ACTIVITY))
                .topic(text(row, Field.TOPIC))
                .text(text(row, Field.TEXT))
                .visibility(word(row, Field.VISIBILITY, Words.VISIBILITY))
                .language(text(row, Field.LANGUAGE))
                .outcome(word(row, Field.OUTCOME, Words.OUTCOME))
                .by(word(row, Field.BY, Words.BY))
                .handedTo(handedTo == null ? null : new NewTouchpoint.HandedTo(handedTo, handedToTeam))
                .attributes(attributes(row))
                .build();
    }

    private Map<String, String> attributes(Row row) throws Unfit {
        Map<String, String> stated = cells.attributes(row);
        for (Map.Entry<String, String> attribute : stated.entrySet()) {
            int length = attribute.getValue().length();
            if (length > JourneyAttributes.LONGEST_VALUE) {
                throw new Unfit(
                        "attributes",
                        "intake.row.attribute-too-long",
                        attribute.getKey(),
                        length,
                        JourneyAttributes.LONGEST_VALUE);
            }
        }
        return stated;
    }

    private String required(Row row, Field field) throws Unfit {
        String value = text(row, field);
        if (value == null) {
            throw new Unfit(field, "intake.row.missing");
        }
        return value;
    }

    private Instant time(Field field, String text, TimeParser parser) throws Unfit {
        Instant time = parser.parse(text);
        if (time == null) {
            throw new Unfit(field, "intake.row.no-time", shown(text));
        }
        if (time.isBefore(Instant.EPOCH)) {
            throw new Unfit(field, "intake.row.too-early", shown(text));
        }
        if (time.isAfter(latest)) {
            throw new Unfit(field, "intake.row.in-future", shown(text));
        }
        return time;
    }

    private @Nullable String text(Row row, Field field) throws Unfit {
        String value = cells.value(row, field);
        if (value != null && value.length() > field.longest()) {
            throw new Unfit(field, "intake.row.too-long", value.length(), field.longest());
        }
        return value;
    }

    private <T> @Nullable T word(Row row, Field field, Words<T> words) throws Unfit {
        String text = text(row, field);
        if (text == null) {
            return null;
        }
        T meaning = words.meaning(text);
        if (meaning == null) {
            throw new Unfit(field, "intake.row.no-word", shown(text));
        }
        return meaning;
    }

    static String shown(@Nullable String text) {
        String value = text == null ? "" : text;
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
    }

    /** Leaves the row from wherever it is found unfit; without a stack, since files can have millions of such rows. */
    private static final class Unfit extends Exception {
        private final String field;
        private final transient Reason reason;

        Unfit(Field field, String key, Object... arguments) {
            this(field.code(), key, arguments);
        }

        Unfit(String field, String key, Object... arguments) {
            super(key, null, false, false);
            this.field = field;
            this.reason = Reason.of(key, arguments);
        }
    }
}
