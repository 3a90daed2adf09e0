package nl.baton.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.OneLook;
import nl.baton.base.UtcTime;
import nl.baton.customer.CustomerProfiles;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one customer said. An agent sees what nobody owns, and what the own department or the agent owns; a lead what
 * the own department owns; a marketer all of it without free text.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER')")
public class CustomerFeedback {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final CustomerProfiles profiles;
    private final FeedbackSight sight;
    private final CurrentUserProvider users;

    CustomerFeedback(JdbcClient jdbc, CustomerProfiles profiles, FeedbackSight sight, CurrentUserProvider users) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.sight = sight;
        this.users = users;
    }

    /**
     * One of them.
     *
     * @param text null where there is none, or it is not for the asker to read
     * @param toldAt when the customer was told what became of it
     */
    public record Said(
            long id,
            FeedbackKind kind,
            @Nullable Integer score,
            @Nullable String text,
            @Nullable String channel,
            Instant receivedAt,
            FeedbackStatus status,
            @Nullable String owner,
            @Nullable Instant toldAt) {

        /** Whether somebody complained and it is not over. */
        public boolean openComplaint() {
            return kind == FeedbackKind.COMPLAINT && status != FeedbackStatus.CLOSED;
        }
    }

    /** The last first, at most fifty; none of a customer whom the asker may not see. */
    @Transactional(readOnly = true)
    public List<Said> of(long customer) {
        return OneLook.once("feedback " + customer, () -> profiles.maySee(customer) ? read(customer) : List.of());
    }

    private List<Said> read(long customer) {
        CurrentUser user = users.get();
        Set<String> own = sight.owners(user);
        return jdbc
                .sql("SELECT * FROM feedback WHERE customer_id = ? ORDER BY received_at DESC, id DESC LIMIT " + MOST)
                .param(customer)
                .query((row, n) -> said(row, user, own))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Said> said(ResultSet row, CurrentUser user, Set<String> own) throws SQLException {
        String owner = row.getString("owner");
        boolean readable =
                owner == null || owner.isBlank() ? user.has(Role.AGENT) : own.contains(FeedbackSight.word(owner));
        return !readable && !user.has(Role.MARKETER)
                ? Optional.empty()
                : Optional.of(new Said(
                        row.getLong("id"),
                        FeedbackKind.valueOf(row.getString("kind")),
                        row.getObject("score", Integer.class),
                        readable ? row.getString("text") : null,
                        row.getString("channel"),
                        UtcTime.instant(row.getObject("received_at", LocalDateTime.class)),
                        FeedbackStatus.valueOf(row.getString("status")),
                        readable ? owner : null,
                        UtcTime.instantOrNull(row.getObject("told_at", LocalDateTime.class))));
    }
}
