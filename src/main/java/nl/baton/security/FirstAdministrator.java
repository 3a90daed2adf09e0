package nl.baton.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints, while nobody can sign in, the link with which the first administrator sets a password. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountTable accounts;
    private final OneTimeLinks links;

    FirstAdministrator(AccountTable accounts, OneTimeLinks links) {
        this.accounts = accounts;
        this.links = links;
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
        LOG.info("""
                Nobody can sign in yet. The first administrator sets a password here, once, within a day:

                    http://localhost:{}/welcome/{}
                """, port, token);
    }
}
