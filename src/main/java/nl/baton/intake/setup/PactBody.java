package nl.baton.intake.setup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.handoff.NewPact;

/** Reads the definition of a pact. */
final class PactBody {

    static final Set<String> FIELDS =
            Set.of("from", "to", "pickUp", "requiredFacts", "maxReturns", "since", "signedBy");

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

    private final SetupBody body;
    private final Map<String, Long> departments;
    private final ZoneId zone;

    /** @param departments ids by code */
    PactBody(SetupBody body, Map<String, Long> departments, ZoneId zone) {
        this.body = body;
        this.departments = departments;
        this.zone = zone;
    }

    String from() {
        return body.required("from");
    }

    String to() {
        return body.required("to");
    }

    List<String> signedBy() {
        return body.texts("signedBy");
    }

    NewPact pact() {
        return new NewPact(
                department("from"),
                department("to"),
                IsoDuration.parse("pickUp", body.required("pickUp")),
                body.texts("requiredFacts"),
                body.number("maxReturns", 0),
                since());
    }

    private long department(String field) {
        String code = body.required(field);
        Long id = departments.get(code);
        if (id == null) {
            throw new SetupRefused(field, "setup.refused.department", SetupBody.shown(code));
        }
        return id;
    }

    private Instant since() {
        String text = body.required("since");
        Instant since;
        try {
            since = text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new SetupRefused("since", "setup.refused.moment");
        }
        LocalDate day = since.atZone(zone).toLocalDate();
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new SetupRefused("since", "setup.refused.moment");
        }
        return since.truncatedTo(ChronoUnit.MICROS);
    }
}
