package nl.baton.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.baton.base.BatonProperties;
import nl.baton.handoff.Projection;
import nl.baton.intake.Import.State;
import nl.baton.intake.ImportJob.Stopped;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.RefusedFile;
import nl.baton.journey.ChangedCases;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does the imports one after the other on a thread of its own, whoever has closed which browser tab meanwhile. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Reason CANCELLED = Reason.of("intake.failed.cancelled");
    private static final Reason STOPPED = Reason.of("intake.failed.stopped");
    private static final int SECONDS_TO_STOP = 20;

    private final ImportTable imports;
    private final FileStoring storing;
    private final ImportProgress progress;
    private final Projection projection;
    private final ChangedCases changedCases;
    private final Spool spool;
    private final BatonProperties company;
    private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();
    private volatile ExecutorService thread = newThread();
    private volatile boolean running;

    ImportWorker(
            ImportTable imports,
            FileStoring storing,
            ImportProgress progress,
            Projection projection,
            ChangedCases changedCases,
            Spool spool,
            BatonProperties company) {
        this.imports = imports;
        this.storing = storing;
        this.progress = progress;
        this.projection = projection;
        this.changedCases = changedCases;
        this.spool = spool;
        this.company = company;
    }

    void submit(String id, Path file, Mapping mapping) {
        var job = new ImportJob(id, file, mapping);
        jobs.put(id, job);
        inTurn(() -> run(job));
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import").factory());
    }

    private void inTurn(Runnable work) {
        thread.execute(() -> {
            try {
                SystemWork.run(work);
            } catch (RuntimeException | Error failure) {
                // Else the thread's end would print it, in its own words.
                LOG.error("The import worker failed", ImportFailure.of(failure));
            }
        });
    }

    /** Whether it could still be stopped. */
    boolean cancel(String id) {
        ImportJob job = jobs.get(id);
        boolean stopped = job != null && job.stop(State.CANCELLED, CANCELLED);
        if (stopped) {
            // Said at once, though it may take the worker a moment, or another import's time, to get there.
            imports.undone(id, State.CANCELLED, CANCELLED);
        }
        return stopped;
    }

    List<Path> filesInUse() {
        return jobs.values().stream().map(ImportJob::file).toList();
    }

    private void run(ImportJob job) {
        boolean stored = false;
        try {
            job.stopIfAsked();
            store(job);
            stored = true;
        } catch (Stopped asked) {
            imports.undone(job.id(), asked.end(), asked.why());
        } catch (IOException | RuntimeException | Error failure) {
            fail(job, failure);
        } finally {
            jobs.remove(job.id());
            spool.discard(job.file());
        }
        // Apart from the above: whatever happens from here on, the rows are stored.
        if (stored) {
            project(job.id());
        } else {
            projectRest();
        }
    }

    private void store(ImportJob job) throws IOException {
        progress.sayNow(() -> imports.begun(job.id()));
        CheckedFile file = CheckedFile.check(job.file(), job.mapping(), company.zone(), rows -> {
            job.stopIfAsked();
            progress.say(() -> imports.checking(job.id(), rows));
        });
        progress.sayNow(() -> imports.storing(job.id(), file.rows(), file.columns()));
        try {
            storing.store(job, file);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void project(String id) {
        try {
            projection.projectAll(journeys -> {
                stopIfShuttingDown();
                progress.say(() -> imports.projecting(id, journeys));
            });
            imports.done(id);
            imports.restDone();
        } catch (RuntimeException | Error failure) {
            if (running) {
                LOG.error("The handoffs of import {} could not all be computed", id, ImportFailure.of(failure));
                imports.ended(id, State.STORED, Reason.of("intake.failed.projection"));
            } else {
                // Whatever it was, a server that stops is the reason: the import stays PROJECTING and is taken up
                // again.
                LOG.info("Import {} is stored; its handoffs are computed after the next start", id);
            }
        }
    }

    /** Computes what an earlier import has left to be computed. */
    private void projectRest() {
        if (!running) {
            return;
        }
        try {
            if (changedCases.count() > 0) {
                projection.projectAll(journeys -> stopIfShuttingDown());
            }
            imports.restDone();
        } catch (RuntimeException | Error failure) {
            if (running) {
                LOG.error("Handoffs left by earlier imports could not all be computed", ImportFailure.of(failure));
            }
        }
    }

    private void stopIfShuttingDown() {
        if (!running) {
            throw new Stopped(State.PROJECTING, STOPPED);
        }
    }

    private void fail(ImportJob job, Throwable failure) {
        if (failure instanceof RefusedFile refused) {
            imports.undone(job.id(), State.FAILED, refused.reason());
        } else {
            LOG.error("Import {} failed", job.id(), ImportFailure.of(failure));
            imports.undone(job.id(), State.FAILED, Reason.of("intake.failed.unexpected"));
        }
    }

    /** Before the first request: whatever was under way when the server stopped is brought to an end. */
    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        spool.clear();
        for (String id : imports.inState(State.RUNNING)) {
            imports.undone(id, State.FAILED, Reason.of("intake.failed.restarted"));
        }
        for (String id : imports.inState(State.PROJECTING)) {
            inTurn(() -> project(id));
        }
        inTurn(this::projectRest);
    }

    /** Gently: an interrupt in the middle of a write would close an embedded database for everybody. */
    @Override
    public void stop() {
        running = false;
        jobs.values().forEach(job -> job.stop(State.FAILED, STOPPED));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("An import is still under way; what it has not finished is undone");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up before the web server and down after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
