package nl.baton.base.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts the {@link DiscreetAppender} before whatever Spring Boot has set up to write the log, in whichever format; as
 * soon as that is there, before anything of Baton's has begun. Named in {@code META-INF/spring.factories}.
 */
public final class DiscreetLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Right after Spring Boot has set up logging. */
    private static final int AFTER_LOGGING = Ordered.HIGHEST_PRECEDENCE + 21;

    @Override
    public int getOrder() {
        return AFTER_LOGGING;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Appender<ILoggingEvent>> writing = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(writing::add);
        if (writing.isEmpty() || writing.stream().anyMatch(DiscreetAppender.class::isInstance)) {
            return;
        }
        writing.forEach(root::detachAppender);
        DiscreetAppender discreet = new DiscreetAppender(writing);
        discreet.setContext(context);
        discreet.setName("DISCREET");
        discreet.start();
        root.addAppender(discreet);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(DiscreetLog.class).error("A thread ended by a failure", failure));
    }
}
