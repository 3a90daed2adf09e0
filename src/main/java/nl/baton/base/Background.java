package nl.baton.base;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.stereotype.Component;

/**
 * Does work off the request's thread, with the rights of who asked. Each piece of work has a virtual thread of its own;
 * what bounds them is the pool of database connections.
 */
@Component
public class Background implements DisposableBean {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("background-", 0).factory());

    /** Begins the work; the security context is taken here, as it is now. */
    public <T> Future<T> submit(Callable<T> work) {
        // Wrapped one by one: the holder's strategy is Vaadin's by now, which an executor made at start-up would miss.
        Map<String, String> request = MDC.getCopyOfContextMap();
        return threads.submit(new DelegatingSecurityContextCallable<>(() -> {
            // the log names the request that asked for it; the thread is this work's own
            if (request != null) {
                MDC.setContextMap(request);
            }
            return work.call();
        }));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
