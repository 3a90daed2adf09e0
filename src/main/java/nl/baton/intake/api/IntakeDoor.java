package nl.baton.intake.api;

import io.cloudevents.CloudEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import nl.baton.base.ApiLanguage;
import nl.baton.base.BatonProperties;
import nl.baton.base.Stored;
import nl.baton.intake.IntakeCounts;
import nl.baton.intake.api.BatchAnswer.Counts;
import nl.baton.intake.api.BatchAnswer.Form;
import nl.baton.intake.api.ItemBatch.Outcome;
import nl.baton.intake.item.ItemContext;
import nl.baton.intake.item.ItemErrors;
import nl.baton.intake.item.ItemKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Takes what a system sends in one request: reads it, stores it, and answers after the commit. */
@Component
@PreAuthorize("hasAuthority('SCOPE_intake:write')")
class IntakeDoor {

    private final IntakeSlots slots;
    private final SendingRate rate;
    private final BatchStoring storing;
    private final LineStream lineStream;
    private final BatchAnswer answers;
    private final IntakeLimits limits;
    private final IntakeCounts noted;
    private final Clock clock;
    private final BatonProperties company;

    IntakeDoor(
            IntakeSlots slots,
            SendingRate rate,
            BatchStoring storing,
            LineStream lineStream,
            BatchAnswer answers,
            IntakeLimits limits,
            IntakeCounts noted,
            Clock clock,
            BatonProperties company) {
        this.noted = noted;
        this.slots = slots;
        this.rate = rate;
        this.storing = storing;
        this.lineStream = lineStream;
        this.answers = answers;
        this.limits = limits;
        this.clock = clock;
        this.company = company;
    }

    /** Called with content of one of {@link IntakePost}'s types only. */
    public <T> void take(ItemKind<T> kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        refuseOtherEncodings(type, request);
        var form = new Form(ApiLanguage.of(request), "rejected".equals(request.getParameter("items")));
        try {
            if (IntakePost.LINES.contains(type.getSubtype())) {
                lineStream.take(kind, new Lines(request.getInputStream()), response, form);
            } else {
                takeBatch(kind, type, request, response, form);
            }
        } catch (IntakeRefusal refusal) {
            BoundedBody.drain(request.getInputStream());
            throw refusal;
        }
    }

    private static void refuseOtherEncodings(MediaType type, HttpServletRequest request) {
        if (type.getCharset() != null
                && !StandardCharsets.UTF_8.equals(type.getCharset())
                && !StandardCharsets.US_ASCII.equals(type.getCharset())) {
            throw IntakeRefusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "intake.api.no-utf8");
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw IntakeRefusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "intake.api.packed");
        }
    }

    private <T> void takeBatch(
            ItemKind<T> kind, MediaType type, HttpServletRequest request, HttpServletResponse response, Form form)
            throws IOException {
        SendingRate.Allowance allowance = rate.allowance();
        long largest = limits.maxBody().toBytes();
        var body = new BoundedBody(request.getInputStream(), largest);
        List<Outcome> outcomes;
        allowance.check();
        try (IntakeSlots.Slot taken = slots.take()) {
            if (request.getContentLengthLong() > largest) {
                throw BoundedBody.tooLarge(largest);
            }
            var batch = new ItemBatch<>(kind, new ItemContext(clock.instant(), company.zone()));
            read(batch, type, request, body);
            allowance.spend(batch.size());
            List<Stored> stored = batch.sound().isEmpty() ? List.of() : storing.store(kind, batch.sound());
            outcomes = batch.outcomes(stored);
        }
        Counts counts = Counts.of(outcomes);
        counts.note(kind, noted);
        answer(outcomes, counts, response, form);
    }

    private static <T> void read(ItemBatch<T> batch, MediaType type, HttpServletRequest request, BoundedBody body)
            throws IOException {
        ItemKind<T> kind = batch.kind();
        switch (type.getSubtype()) {
            case IntakePost.EVENT ->
                JsonBody.read(
                        body,
                        JsonBody.Shape.ONE,
                        (values, errors) -> batch.add(0, EventJson.item(values, errors, kind), errors));
            case IntakePost.EVENTS ->
                JsonBody.read(
                        body,
                        JsonBody.Shape.LIST,
                        (values, errors) -> batch.add(batch.size(), EventJson.item(values, errors, kind), errors));
            default -> {
                if (EventHeaders.areIn(request)) {
                    var errors = new ItemErrors();
                    CloudEvent event = EventHeaders.event(request, errors);
                    JsonBody.read(
                            body,
                            JsonBody.Shape.ONE,
                            (values, wrong) -> batch.add(
                                    0,
                                    event == null ? null : EventJson.filled(event, values, wrong, kind),
                                    event == null ? errors : wrong));
                } else {
                    JsonBody.read(
                            body, JsonBody.Shape.LIST, (values, errors) -> batch.add(batch.size(), values, errors));
                }
            }
        }
    }

    private void answer(List<Outcome> outcomes, Counts counts, HttpServletResponse response, Form form)
            throws IOException {
        boolean problem = counts.nothingStored();
        response.setStatus((problem ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK).value());
        response.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
        String answer = problem ? answers.ofRejected(outcomes, counts, form) : answers.ofBatch(outcomes, counts, form);
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
