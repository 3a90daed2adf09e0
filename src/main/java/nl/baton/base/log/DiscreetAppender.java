package nl.baton.base.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.List;

/** Hands every event on without the words of the exceptions in it. */
final class DiscreetAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final List<Appender<ILoggingEvent>> writing;

    DiscreetAppender(List<Appender<ILoggingEvent>> writing) {
        this.writing = List.copyOf(writing);
    }

    @Override
    protected void append(ILoggingEvent event) {
        ILoggingEvent discreet = DiscreetEvent.of(event);
        writing.forEach(appender -> appender.doAppend(discreet));
    }

    @Override
    public void stop() {
        super.stop();
        writing.forEach(Appender::stop);
    }
}
