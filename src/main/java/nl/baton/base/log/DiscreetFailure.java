package nl.baton.base.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exception without its own words, except for a few kinds that speak of the program, the machine or the connection
 * and never of what was being worked on.
 */
final class DiscreetFailure implements IThrowableProxy {

    private final IThrowableProxy failure;

    private DiscreetFailure(IThrowableProxy failure) {
        this.failure = failure;
    }

    static IThrowableProxy of(IThrowableProxy failure) {
        return failure instanceof DiscreetFailure ? failure : new DiscreetFailure(failure);
    }

    @Override
    public @Nullable String getMessage() {
        if (!(failure instanceof ThrowableProxy proxy)) {
            return null;
        }
        return switch (proxy.getThrowable()) {
            case NullPointerException words -> words.getMessage();
            case ClassCastException words -> words.getMessage();
            case VirtualMachineError words -> words.getMessage();
            case LinkageError words -> words.getMessage();
            case SocketException words -> words.getMessage();
            case SQLTransientConnectionException words -> words.getMessage();
            case SQLNonTransientConnectionException words -> words.getMessage();
            case SQLException sql -> "SQL state %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
            default -> null;
        };
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        IThrowableProxy cause = failure.getCause();
        return cause == null ? null : of(cause);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(failure.getSuppressed()).map(DiscreetFailure::of).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }
}
