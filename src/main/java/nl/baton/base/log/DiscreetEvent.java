package nl.baton.base.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** An event as it was, but for the words of exceptions: in the exception itself, and where a message repeats them. */
final class DiscreetEvent implements ILoggingEvent {

    private static final String LEFT_OUT = "[…]";
    /** Shorter ones are no quotations, and would cut the message to pieces. */
    private static final int SHORTEST = 4;

    private final ILoggingEvent event;
    private final @Nullable IThrowableProxy failure;
    private final String message;

    private DiscreetEvent(ILoggingEvent event) {
        this.event = event;
        IThrowableProxy original = event.getThrowableProxy();
        this.failure = original == null ? null : DiscreetFailure.of(original);
        String text = event.getFormattedMessage();
        for (IThrowableProxy cause = original; cause != null; cause = next(cause)) {
            text = without(text, cause.getMessage());
        }
        Object[] arguments = event.getArgumentArray();
        if (arguments != null) {
            for (Object argument : arguments) {
                for (Throwable cause = argument instanceof Throwable thrown ? thrown : null;
                        cause != null;
                        cause = cause.getCause() == cause ? null : cause.getCause()) {
                    text = without(text, cause.getMessage());
                }
            }
        }
        this.message = text;
    }

    static ILoggingEvent of(ILoggingEvent event) {
        return event.getThrowableProxy() == null && event.getArgumentArray() == null ? event : new DiscreetEvent(event);
    }

    private static @Nullable IThrowableProxy next(IThrowableProxy failure) {
        return failure.isCyclic() ? null : failure.getCause();
    }

    private static String without(@Nullable String text, @Nullable String words) {
        if (text == null) {
            return "";
        }
        return words == null || words.length() < SHORTEST ? text : text.replace(words, LEFT_OUT);
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return failure;
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return event.getMDCPropertyMap();
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return event.getMDCPropertyMap();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return event.getKeyValuePairs();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }
}
