package nl.baton.browser;

import com.microsoft.playwright.Page;
import nl.baton.demo.DemoApplication;
import org.junit.jupiter.api.Tag;

/** Opens the demo company, as a newcomer finds it. */
@Tag(DemoApplication.TAG)
abstract class DemoBrowserTest extends BrowserTest {

    /** What the first start prints. */
    static final String PASSWORD = "zonnewind-demo";

    @Override
    protected int port() {
        return DemoApplication.port();
    }

    protected void signIn(Page page, String username) {
        signIn(page, username, PASSWORD);
    }
}
