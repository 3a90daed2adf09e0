package nl.baton.bench;

import com.vaadin.flow.signals.SignalEnvironment;
import java.util.concurrent.Executor;

/**
 * Effects of signals run where the signal changes, under the lock of that screen's session. Those of the browserless
 * screens would wait in one line for whoever comes by, whichever screen they are of.
 */
final class OwnSignals extends SignalEnvironment {

    private OwnSignals() {}

    /** Goes before those that were registered until now. */
    static void goFirst() {
        registerFirst(new OwnSignals());
    }

    @Override
    protected boolean isActive() {
        return true;
    }

    @Override
    protected Executor getResultNotifier() {
        return Runnable::run;
    }

    @Override
    protected Executor getEffectDispatcher() {
        return Runnable::run;
    }
}
