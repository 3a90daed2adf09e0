package nl.baton.security;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints, while nobody can sign in, the link with which the first administrator sets a password. */
@Component
class FirstAdministrator {

    private final AccountTable accounts;
    private final OneTimeLinks links;
    private final SecurityProperties properties;

    FirstAdministrator(AccountTable accounts, OneTimeLinks links, SecurityProperties properties) {
        this.accounts = accounts;
        this.links = links;
        this.properties = properties;
    }

    /** After the application's runners, so after the demo accounts, which make it needless. */
    @EventListener
    void invite(ApplicationReadyEvent event) {
        if (accounts.any()) {
            return;
        }
        String token = links.issue(null);
        int port =
                event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        // on the console and not in the log: a log is kept and sent on, and this opens the door
        System.out.printf("""

                Nobody can sign in yet. The first administrator sets a password here, once, within %d hours:

                    http://localhost:%d/welcome/%s

                """, properties.linkValidFor().toHours(), port, token);
    }
}
