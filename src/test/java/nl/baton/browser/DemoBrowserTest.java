package nl.baton.browser;

import com.microsoft.playwright.Page;
import nl.baton.demo.DemoApplication;

/** Opens the demo company, as a newcomer finds it. */
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
