package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Waits for the search index, which follows what is stored a moment later. */
public final class SearchIndex {

    private static final Duration SOON = Duration.ofSeconds(15);

    private SearchIndex() {}

    /** Until somebody who sees everybody finds this. */
    public static void await(CustomerSearch search, String scrap) throws InterruptedException {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "waiting", Set.of(Role.AGENT), null));
        try {
            Instant limit = Instant.now().plus(SOON);
            while (search.find(scrap, 1).customers().isEmpty()) {
                assertThat(Instant.now()).as("\"%s\" is found", scrap).isBefore(limit);
                Thread.sleep(50);
            }
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
