package nl.baton.customer;

import nl.baton.security.Audit;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the search index of every node built anew; each goes on with the former one until the new one is complete. */
@Service
@PreAuthorize("hasAnyAuthority('ROLE_ADMIN', 'SCOPE_setup:write') or " + SystemWork.ALLOWED)
public class SearchRebuild {

    private final JdbcClient jdbc;
    private final IndexKeeper keeper;
    private final Audit audit;

    SearchRebuild(JdbcClient jdbc, IndexKeeper keeper, Audit audit) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.audit = audit;
    }

    /**
     * How it is with the index of the node that is asked.
     *
     * @param ready whether customers are found
     * @param underWay whether one is being built, or about to be
     * @param customers how many it has by now; null when none is being built
     * @param indexed how many are found; null when none are
     */
    public record Progress(
            boolean ready,
            boolean underWay,
            @Nullable Long customers,
            @Nullable Long indexed) {}

    /** Asks for it. */
    @Transactional
    public void request() {
        jdbc.sql("UPDATE search_origin SET rebuilds = rebuilds + 1").update();
        audit.record("search.rebuild", "search", null);
    }

    /** How far this node is. */
    public Progress progress() {
        int wanted = jdbc.sql("SELECT rebuilds FROM search_origin")
                .query(Integer.class)
                .single();
        return new Progress(
                keeper.isReady(),
                !keeper.hasRebuilt(wanted),
                keeper.built().orElse(null),
                keeper.ask(index -> index.size()).orElse(null));
    }
}
