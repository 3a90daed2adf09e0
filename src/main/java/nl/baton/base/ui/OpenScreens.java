package nl.baton.base.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the sessions on this node, and the browser tabs that show a screen. */
@Component
class OpenScreens implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger screens = new AtomicInteger();

    OpenScreens(MeterRegistry meters) {
        Gauge.builder("baton.sessions", sessions, AtomicInteger::get)
                .description("Sessions of this node, before and after sign-in")
                .register(meters);
        Gauge.builder("baton.screens", screens, AtomicInteger::get)
                .description("Open browser tabs of this node")
                .register(meters);
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(begun -> sessions.incrementAndGet());
        service.getSource().addSessionDestroyListener(ended -> sessions.decrementAndGet());
        service.getSource().addUIInitListener(begun -> {
            screens.incrementAndGet();
            begun.getUI().addDetachListener(ended -> screens.decrementAndGet());
        });
    }
}
