package nl.baton.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.Sample;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Imports files: takes them in, proposes how to read them, starts, shows and ends what is under way. */
@Service
@PreAuthorize("hasRole('STEWARD') or hasAuthority('SCOPE_intake:write')")
public class Imports {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Spool spool;
    private final ImportWorker worker;
    private final ImportTable table;
    private final QuarantineSheet sheet;
    private final ImportedKinds kinds;
    private final CurrentUserProvider user;
    private final Audit audit;
    private final BatonProperties company;
    private final Clock clock;

    Imports(
            Spool spool,
            ImportWorker worker,
            ImportTable table,
            QuarantineSheet sheet,
            ImportedKinds kinds,
            CurrentUserProvider user,
            Audit audit,
            BatonProperties company,
            Clock clock) {
        this.spool = spool;
        this.worker = worker;
        this.table = table;
        this.sheet = sheet;
        this.kinds = kinds;
        this.user = user;
        this.audit = audit;
        this.company = company;
        this.clock = clock;
    }

    /** Takes in a file without keeping it in memory. Unless an import is started with it, it is deleted after a day. */
    public SpooledFile spool(String fileName, InputStream content) throws IOException {
        spool.sweep(worker.filesInUse());
        return spool.take(fileName, content);
    }

    /** Deletes a file that will not be imported after all. */
    public void discard(SpooledFile file) {
        if (spool.holds(file.path()) && !worker.filesInUse().contains(file.path())) {
            spool.discard(file.path());
        }
    }

    /** @throws nl.baton.intake.read.RefusedFile if not even the first rows can be read */
    public Sample sample(SpooledFile file) throws IOException {
        return Sample.of(file.path());
    }

    /** What would become of the first rows of a file. */
    public List<MappedRow> preview(Sample sample, Mapping mapping) throws IOException {
        return sample.map(mapping, company.zone(), clock, kinds.of(mapping.kind()));
    }

    /** Queues the import behind those under way. The file is deleted when it has ended. */
    public Import start(SpooledFile file, Mapping mapping) {
        if (!spool.holds(file.path()) || !Files.isRegularFile(file.path())) {
            throw new IllegalArgumentException("Not a spooled file");
        }
        String id = UUID.randomUUID().toString();
        audit.record("import.started", id, null);
        table.insert(id, file.name(), mapping, user.get().username());
        worker.submit(id, file.path(), mapping);
        return get(id).orElseThrow();
    }

    public Optional<Import> get(String id) {
        return ID.matcher(id).matches() ? table.find(id) : Optional.empty();
    }

    /** The newest first. */
    public Page<Import> page(int offset, int limit) {
        return new Page<>(table.count(), table.newest(offset, limit));
    }

    /** Ends an import as if it had never begun; false if it has ended, or is stored already. */
    public boolean cancel(String id) {
        boolean stopped = worker.cancel(id);
        if (stopped) {
            audit.record("import.cancelled", id, null);
        }
        return stopped;
    }

    /** Writes the rows that were set aside as CSV, each with its reason in this language. */
    public void quarantine(String id, Locale locale, OutputStream out) throws IOException {
        Import known = get(id).orElseThrow();
        audit.record("quarantine.exported", known.id(), null);
        sheet.write(known.id(), locale, out);
    }
}
