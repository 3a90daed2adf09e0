package nl.baton.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that some work takes, of its own thread only: others poll meanwhile. */
public final class StatementCount {

    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final String thread = Thread.currentThread().getName();
        private final List<String> statements = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (event.getThreadName().equals(thread) && message.startsWith("Executing ") && message.contains("[")) {
                statements.add(message);
            }
        }
    }

    private StatementCount() {}

    /** The statements of the work, in their order. */
    public static List<String> of(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        var heard = new Heard();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(before);
            logger.detachAppender(heard);
        }
        return heard.statements;
    }
}
