package nl.baton.browser;

import nl.baton.BatonTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opens the shared test application, which has no demo. */
@BatonTest
public abstract class SharedBrowserTest extends BrowserTest {

    @LocalServerPort
    private int port;

    @Override
    protected int port() {
        return port;
    }
}
