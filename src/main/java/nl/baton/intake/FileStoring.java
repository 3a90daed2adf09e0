package nl.baton.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Item;
import nl.baton.intake.Import.Counts;
import nl.baton.intake.QuarantineTable.QuarantinedRow;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.MappedItem;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.mapping.MappedRows;
import nl.baton.journey.Appended;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores all rows of a checked file in one transaction, which also says that the import has got so far. */
@Component
class FileStoring {

    private static final int BATCH = 1_000;

    /** Rows that are set aside can be of any length; so many characters of them are kept in memory at most. */
    private static final long LARGEST_QUARANTINE_BATCH = 4L << 20;

    private final Touchpoints touchpoints;
    private final ImportedKinds kinds;
    private final ImportTable imports;
    private final QuarantineTable quarantine;
    private final ImportProgress progress;
    private final IntakeCounts noted;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FileStoring(
            Touchpoints touchpoints,
            ImportedKinds kinds,
            ImportTable imports,
            QuarantineTable quarantine,
            ImportProgress progress,
            IntakeCounts noted,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.noted = noted;
        this.touchpoints = touchpoints;
        this.kinds = kinds;
        this.imports = imports;
        this.quarantine = quarantine;
        this.progress = progress;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void store(ImportJob job, CheckedFile file) {
        var run = new Run(job);
        transaction.executeWithoutResult(status -> {
            try (MappedRows rows = file.open(clock, kinds.of(job.mapping().kind()))) {
                run.store(rows);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        Counts counts = run.counts;
        noted.count(
                IntakeCounts.Way.FILE,
                job.mapping().kind().name(),
                counts.accepted(),
                counts.known(),
                counts.replaced(),
                counts.quarantined());
    }

    private final class Run {
        private final ImportJob job;
        private final List<NewTouchpoint> batch = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private final List<QuarantinedRow> setAside = new ArrayList<>();
        private long setAsideSize;
        private long rows;
        private Counts counts = Counts.NONE;

        Run(ImportJob job) {
            this.job = job;
        }

        void store(MappedRows all) throws IOException {
            for (MappedRow row = all.next(); row != null; row = all.next()) {
                rows++;
                switch (row) {
                    case Mapped(NewTouchpoint touchpoint) -> batch.add(touchpoint);
                    case MappedItem mapped -> items.add(mapped.item());
                    case Rejected rejected -> setAside(QuarantinedRow.of(rejected));
                }
                if (rows % BATCH == 0 || setAsideSize > LARGEST_QUARANTINE_BATCH) {
                    flush();
                }
            }
            flush();
            // The last words of this transaction, and the first of it in this table: nobody else waits for the row.
            job.stored();
            imports.stored(job.id(), rows, counts);
            imports.projecting(job.id(), 0);
        }

        private void setAside(QuarantinedRow row) {
            setAside.add(row);
            setAsideSize += row.raw().length();
        }

        private void flush() {
            job.stopIfAsked();
            Appended appended = items.isEmpty()
                    ? touchpoints.append(batch, Via.FILE)
                    : new Appended(kinds.store(job.mapping().kind(), items));
            if (!setAside.isEmpty()) {
                quarantine.insert(job.id(), setAside);
            }
            counts = new Counts(
                    counts.accepted() + appended.accepted(),
                    counts.known() + appended.known(),
                    counts.replaced() + appended.replaced(),
                    counts.quarantined() + setAside.size());
            batch.clear();
            items.clear();
            setAside.clear();
            setAsideSize = 0;
            progress.say(() -> imports.stored(job.id(), rows, counts));
        }
    }
}
