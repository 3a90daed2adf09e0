package nl.baton.intake;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.read.Reason;

/** An import in the worker's hands. It can be ended until the moment from which it is stored for good. */
final class ImportJob {

    private sealed interface Step {
        record Stoppable() implements Step {}

        record StoppedBy(Import.State end, Reason why) implements Step {}

        record Stored() implements Step {}
    }

    private static final Step STOPPABLE = new Step.Stoppable();

    private final String id;
    private final Path file;
    private final Mapping mapping;
    private final AtomicReference<Step> step = new AtomicReference<>(STOPPABLE);

    ImportJob(String id, Path file, Mapping mapping) {
        this.id = id;
        this.file = file;
        this.mapping = mapping;
    }

    String id() {
        return id;
    }

    Path file() {
        return file;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Whether that was still possible, and nobody had done so before. */
    boolean stop(Import.State end, Reason why) {
        return step.compareAndSet(STOPPABLE, new Step.StoppedBy(end, why));
    }

    void stopIfAsked() {
        if (step.get() instanceof Step.StoppedBy(Import.State end, Reason why)) {
            throw new Stopped(end, why);
        }
    }

    /** The point of no return. */
    void stored() {
        stopIfAsked();
        if (!step.compareAndSet(STOPPABLE, new Step.Stored())) {
            stopIfAsked();
        }
    }

    /** Ends the work from within; not an error. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Import.State end;
        private final transient Reason why;

        Stopped(Import.State end, Reason why) {
            super(why.key(), null, false, false);
            this.end = end;
            this.why = why;
        }

        Import.State end() {
            return end;
        }

        Reason why() {
            return why;
        }
    }
}
