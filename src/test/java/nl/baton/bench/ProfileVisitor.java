package nl.baton.bench;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.BrowserlessUserContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.UidlWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.baton.base.ui.Tile;
import nl.baton.base.ui.TileState;
import nl.baton.profile.ui.CustomerView;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * An agent at a screen, without a browser: opens profiles as the server does it when somebody chooses one, with all that
 * it loads behind, and writes what it would send. Used by one thread.
 */
final class ProfileVisitor implements AutoCloseable {

    private static final long SECONDS = 1_000_000_000L;
    private static final long PATIENCE = 60 * SECONDS;
    private static final long LOOK_AGAIN_NANOS = 300_000;

    private final BrowserlessUserContext user;
    private final BrowserlessUIContext window;

    ProfileVisitor(SecuredBrowserlessApplicationContext<Authentication> screens, long user, long home) {
        var context = SignedInAs.Factory.context(user, "agent-" + user, Set.of(Role.AGENT), home);
        SecurityContextHolder.setContext(context);
        this.user = screens.newUser(Objects.requireNonNull(context.getAuthentication()));
        this.window = this.user.newWindow();
        awaitTiles();
        send();
    }

    /** Opens it; gives the milliseconds until all of it is written. */
    double open(long customer) {
        long begun = System.nanoTime();
        window.navigate(CustomerView.class, Map.of("customer", Long.toString(customer)));
        send();
        awaitTiles();
        send();
        double taken = (System.nanoTime() - begun) / 1e6;
        if (!all(window.getUI()).anyMatch(part -> part.hasClassName("who-has-it"))) {
            throw new IllegalStateException("The profile of customer " + customer + " was not opened");
        }
        return taken;
    }

    /** The request is over: what is read behind it comes in as soon as it is there. */
    private void awaitTiles() {
        var tiles = all(window.getUI())
                .filter(Tile.class::isInstance)
                .map(part -> (Tile<?>) part)
                .toList();
        long begun = System.nanoTime();
        user.getSession().unlock();
        try {
            while (tiles.stream().anyMatch(tile -> tile.state().peek() instanceof TileState.Loading)) {
                if (System.nanoTime() - begun > PATIENCE) {
                    throw new IllegalStateException("A part of a screen never came in");
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        } finally {
            user.getSession().lock();
        }
        if (tiles.stream().anyMatch(tile -> tile.state().peek() instanceof TileState.Failed)) {
            throw new IllegalStateException("A part of a screen failed");
        }
    }

    private static Stream<Component> all(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(ProfileVisitor::all));
    }

    private void send() {
        UI ui = window.getUI();
        if (new UidlWriter().createUidl(ui, false).toString().isEmpty()) {
            throw new IllegalStateException("Nothing is sent");
        }
    }

    @Override
    public void close() {
        window.close();
        user.close();
        SecurityContextHolder.clearContext();
    }
}
