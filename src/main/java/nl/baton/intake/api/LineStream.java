package nl.baton.intake.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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
import org.springframework.stereotype.Component;

/**
 * Takes a stream of lines without limit, batch by batch. A line of the answer is written only after its batch has been
 * committed, so what a sender has read is stored, whatever happens afterwards; the last line tells whether the stream
 * was taken to its end, and if not, from which line on nothing was stored.
 */
@Component
class LineStream {

    private static final long LARGEST_BATCH = 8L << 20;

    /** A sender that dawdles gives its slot back; what it has sent until then is a batch. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

    private final IntakeSlots slots;
    private final SendingRate rate;
    private final BatchStoring storing;
    private final BatchAnswer answers;
    private final IntakeCounts noted;
    private final Clock clock;
    private final BatonProperties company;

    LineStream(
            IntakeSlots slots,
            SendingRate rate,
            BatchStoring storing,
            BatchAnswer answers,
            IntakeCounts noted,
            Clock clock,
            BatonProperties company) {
        this.noted = noted;
        this.slots = slots;
        this.rate = rate;
        this.storing = storing;
        this.answers = answers;
        this.clock = clock;
        this.company = company;
    }

    /** @throws IntakeRefusal if nothing was stored, and nothing answered yet */
    <T> void take(ItemKind<T> kind, Lines lines, HttpServletResponse response, Form form) throws IOException {
        SendingRate.Allowance allowance = rate.allowance();
        allowance.check();
        var run = new Run<>(kind, lines, response, form);
        try {
            while (run.nextLine()) {
                List<Outcome> outcomes = run.batch();
                run.answer(outcomes);
                allowance.spend(outcomes.size());
                // slower by not reading on: that is felt at the other end, and nothing is lost
                LockSupport.parkNanos(allowance.debt().toNanos());
            }
            run.end();
        } catch (IntakeRefusal refusal) {
            if (!response.isCommitted()) {
                throw refusal;
            }
            run.write(answers.ofBreak(run.firstOfBatch, refusal, form));
        }
    }

    private final class Run<T> {
        private final ItemKind<T> kind;
        private final Lines lines;
        private final HttpServletResponse response;
        private final Form form;
        private Counts counts = Counts.NONE;
        private long firstOfBatch;

        Run(ItemKind<T> kind, Lines lines, HttpServletResponse response, Form form) {
            this.kind = kind;
            this.lines = lines;
            this.response = response;
            this.form = form;
        }

        boolean nextLine() {
            try {
                return lines.next();
            } catch (IOException cut) {
                throw IntakeRefusal.of(HttpStatus.BAD_REQUEST, "intake.api.cut");
            }
        }

        /** Reads until a batch is full, beginning with the line that is there, and stores it. */
        List<Outcome> batch() {
            firstOfBatch = lines.number();
            try (IntakeSlots.Slot taken = slots.take()) {
                var batch = new ItemBatch<>(kind, new ItemContext(clock.instant(), company.zone()));
                long end = System.nanoTime() + LONGEST_BATCH.toNanos();
                long size = 0;
                do {
                    add(batch);
                    size += lines.length();
                } while (batch.size() < ItemBatch.MOST
                        && size < LARGEST_BATCH
                        && System.nanoTime() < end
                        && nextLine());
                List<Stored> stored = batch.sound().isEmpty() ? List.of() : storing.store(kind, batch.sound());
                return batch.outcomes(stored);
            }
        }

        private void add(ItemBatch<T> batch) {
            if (lines.tooLong()) {
                var errors = new ItemErrors();
                errors.add("", "intake.item.line-too-long", Lines.LONGEST >> 20);
                batch.add(lines.number(), null, errors);
            } else {
                JsonBody.readLine(
                        lines.line(), lines.length(), (values, errors) -> batch.add(lines.number(), values, errors));
            }
        }

        void answer(List<Outcome> outcomes) throws IOException {
            Counts batch = Counts.of(outcomes);
            batch.note(kind, noted);
            counts = counts.plus(batch);
            write(answers.ofBatch(outcomes, batch, form));
        }

        void end() throws IOException {
            if (!response.isCommitted()) {
                throw IntakeRefusal.of(HttpStatus.BAD_REQUEST, "intake.api.empty");
            }
            write(answers.ofEnd(lines.number() + 1, counts));
        }

        void write(String line) throws IOException {
            if (!response.isCommitted()) {
                response.setStatus(HttpStatus.OK.value());
                response.setContentType("application/x-ndjson");
            }
            OutputStream out = response.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        }
    }
}
