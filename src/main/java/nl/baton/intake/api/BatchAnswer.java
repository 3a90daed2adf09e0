package nl.baton.intake.api;

import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Stored;
import nl.baton.base.Texts;
import nl.baton.intake.IntakeCounts;
import nl.baton.intake.api.ItemBatch.Outcome;
import nl.baton.intake.item.ItemErrors.ItemError;
import nl.baton.intake.item.ItemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what became of a batch, or why there is none, as one line of JSON. */
@Component
class BatchAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String REJECTED = "REJECTED";

    private final Texts texts;

    BatchAnswer(Texts texts) {
        this.texts = texts;
    }

    /** How an answer is to be: in which language, and whether with the items that were stored too. */
    record Form(Locale language, boolean rejectedOnly) {}

    /** How many items ended how. */
    record Counts(long accepted, long known, long replaced, long rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(List<Outcome> outcomes) {
            Map<Stored, Long> counts = new EnumMap<>(Stored.class);
            long rejected = 0;
            for (Outcome outcome : outcomes) {
                if (outcome.stored() == null) {
                    rejected++;
                } else {
                    counts.merge(outcome.stored(), 1L, Long::sum);
                }
            }
            return new Counts(
                    counts.getOrDefault(Stored.ACCEPTED, 0L),
                    counts.getOrDefault(Stored.KNOWN, 0L),
                    counts.getOrDefault(Stored.REPLACED, 0L),
                    rejected);
        }

        /** For the metrics; a kind's class is named after what it takes. */
        void note(ItemKind<?> kind, IntakeCounts noted) {
            String name = kind.getClass().getSimpleName().replace("Kind", "");
            noted.count(IntakeCounts.Way.API, name, accepted, known, replaced, rejected);
        }

        Counts plus(Counts other) {
            return new Counts(
                    accepted + other.accepted,
                    known + other.known,
                    replaced + other.replaced,
                    rejected + other.rejected);
        }

        boolean nothingStored() {
            return accepted + known + replaced == 0;
        }
    }

    String ofBatch(List<Outcome> outcomes, Counts counts, Form form) {
        return written(json -> {
            counts(json, counts);
            items(json, outcomes, form);
        });
    }

    /** The same where no item was fit to be stored: a problem, by RFC 9457. */
    String ofRejected(List<Outcome> outcomes, Counts counts, Form form) {
        return written(json -> {
            problem(json, HttpStatus.UNPROCESSABLE_CONTENT, texts.text(form.language, "intake.api.all-rejected"), form);
            counts(json, counts);
            items(json, outcomes, form);
        });
    }

    /** The last line of a stream that was read to its end. */
    String ofEnd(long lines, Counts counts) {
        return written(json -> {
            json.writeBooleanProperty("complete", true);
            json.writeNumberProperty("lines", lines);
            counts(json, counts);
        });
    }

    /** The last line of a stream that broke off: everything before the line is stored, nothing from it on. */
    String ofBreak(long line, IntakeRefusal refusal, Form form) {
        return written(json -> {
            problem(json, refusal.status(), reason(refusal, form.language), form);
            json.writeBooleanProperty("complete", false);
            json.writeNumberProperty("notStoredFrom", line);
            Long wait = refusal.retrySeconds();
            if (wait != null) {
                json.writeNumberProperty("retryAfter", wait);
            }
        });
    }

    String reason(IntakeRefusal refusal, Locale language) {
        return texts.text(
                language, refusal.reason().key(), refusal.reason().arguments().toArray());
    }

    private void problem(JsonGenerator json, HttpStatus status, String detail, Form form) {
        json.writeStringProperty("type", "about:blank");
        json.writeStringProperty("title", texts.text(form.language, "intake.api.title"));
        json.writeNumberProperty("status", status.value());
        json.writeStringProperty("detail", detail);
    }

    private static void counts(JsonGenerator json, Counts counts) {
        json.writeNumberProperty("accepted", counts.accepted);
        json.writeNumberProperty("known", counts.known);
        json.writeNumberProperty("replaced", counts.replaced);
        json.writeNumberProperty("rejected", counts.rejected);
    }

    private void items(JsonGenerator json, List<Outcome> outcomes, Form form) {
        json.writeArrayPropertyStart("items");
        for (Outcome outcome : outcomes) {
            if (outcome.stored() == null || !form.rejectedOnly) {
                item(json, outcome, form);
            }
        }
        json.writeEndArray();
    }

    private void item(JsonGenerator json, Outcome outcome, Form form) {
        ItemBatch.Entry entry = outcome.entry();
        json.writeStartObject();
        json.writeNumberProperty("index", entry.index());
        if (outcome.stored() == null) {
            text(json, "source", entry.source());
        }
        text(json, "externalId", entry.externalId());
        json.writeStringProperty(
                "state", outcome.stored() == null ? REJECTED : outcome.stored().name());
        if (!entry.errors().isEmpty()) {
            json.writeArrayPropertyStart("errors");
            for (ItemError error : entry.errors()) {
                json.writeStartObject();
                json.writeStringProperty("field", error.field());
                json.writeStringProperty(
                        "reason",
                        texts.text(
                                form.language,
                                error.reason().key(),
                                error.reason().arguments().toArray()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private interface Content {
        void write(JsonGenerator json);
    }

    private static String written(Content content) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        }
        return out.toString();
    }
}
