package nl.baton.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that this thread and those that work for it send; what others do meanwhile is left out. */
final class StatementCount extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Pattern STATEMENT = Pattern.compile(
            "Executing (prepared SQL statement|SQL (query|update|batch update|statement)).*", Pattern.DOTALL);

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final String own = Thread.currentThread().getName();
    private final Logger logger;
    private final Level usual;
    private final boolean additive;

    /** @param template as Spring uses it: it logs by the name of its own class */
    StatementCount(JdbcTemplate template) {
        logger = (Logger) LoggerFactory.getLogger(template.getClass());
        usual = logger.getLevel();
        additive = logger.isAdditive();
        start();
        logger.addAppender(this);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String thread = event.getThreadName();
        if ((thread.equals(own) || thread.startsWith("background-"))
                && STATEMENT.matcher(event.getFormattedMessage()).matches()) {
            statements.add(event.getFormattedMessage().replaceFirst("^[^\\[]*\\[", ""));
        }
    }

    void forget() {
        statements.clear();
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void close() {
        logger.setLevel(usual);
        logger.setAdditive(additive);
        logger.detachAppender(this);
        stop();
    }
}
