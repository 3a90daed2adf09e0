package nl.baton.intake;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.read.Reason;

/** An import in the worker's hands. It can be ended until the moment from which it is stored for good. */
final class ImportJob {

    private enum Step {
        STOPPABLE,
        STOPPED,
        STORED
    }

    private final String id;
    private final Path file;
    private final Mapping mapping;
    private final AtomicReference<Step> step = new AtomicReference<>(Step.STOPPABLE);
    private volatile Import.State endState = Import.State.CANCELLED;
    private volatile Reason why = Reason.of("intake.failed.cancelled");

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

    /** Whether that was still possible. */
    boolean stop(Import.State end, Reason reason) {
        if (step.compareAndSet(Step.STOPPABLE, Step.STOPPED)) {
            endState = end;
            why = reason;
            return true;
        }
        return step.get() == Step.STOPPED;
    }

    void stopIfAsked() {
        if (step.get() == Step.STOPPED) {
            throw new Stopped();
        }
    }

    /** The point of no return. */
    void stored() {
        if (!step.compareAndSet(Step.STOPPABLE, Step.STORED)) {
            throw new Stopped();
        }
    }

    Import.State endState() {
        return endState;
    }

    Reason why() {
        return why;
    }

    /** Ends the work from within; not an error. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
