package nl.baton.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.alert.AlertReaderTable.MailBox;
import nl.baton.alert.AlertTable.Chosen;
import nl.baton.security.Colleagues;
import nl.baton.security.Colleagues.Colleague;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one person the mail that is due: claimed in one transaction, sent, and noted as sent in another. */
class AlertMailer {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMailer.class);

    /** So often a server may refuse an address before its mails are given up. */
    private static final int MOST_REFUSALS = 5;

    private final AlertTable table;
    private final AlertReaderTable readers;
    private final AlertLetter letter;
    private final Colleagues colleagues;
    private final JavaMailSender sender;
    private final AlertProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AlertMailer(
            AlertTable table,
            AlertReaderTable readers,
            AlertLetter letter,
            Colleagues colleagues,
            JavaMailSender sender,
            AlertProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.readers = readers;
        this.letter = letter;
        this.colleagues = colleagues;
        this.sender = sender;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was claimed for one mail. */
    private record Claim(Colleague person, String email, List<AlertRow> rows) {
        List<Long> ids() {
            return rows.stream().map(AlertRow::id).toList();
        }
    }

    /** Sends what is due to this person, if the last mail is long enough ago. */
    void send(long user) {
        transaction.execute(status -> claim(user)).ifPresent(this::deliver);
    }

    private void deliver(Claim claim) {
        long user = claim.person.id();
        try {
            sender.send(message(claim));
        } catch (MailException failure) {
            boolean refused = isRefusal(failure);
            boolean given = Boolean.TRUE.equals(transaction.execute(status -> putBack(claim, refused)));
            if (given) {
                LOG.warn("The mail address of user {} is refused; its alerts stand in Baton only", user);
                return;
            }
            throw failure;
        }
        transaction.executeWithoutResult(status -> readers.sent(user, claim.ids(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Claim> claim(long user) {
        MailBox box = readers.lock(user);
        // whoever had it in hand fell away: perhaps after sending
        readers.giveUpOn(user);
        Instant lastAt = box.lastAt();
        if (lastAt != null && lastAt.plus(properties.mailEvery()).isAfter(clock.instant())) {
            return Optional.empty();
        }
        List<AlertRow> due = readers.dueTo(user);
        Colleague person = colleagues.byId(user).orElse(null);
        String email = person == null ? null : person.email();
        if (due.isEmpty() || person == null || email == null) {
            readers.mail(user, due.stream().map(AlertRow::id).toList(), "DUE", "PAST");
            return Optional.empty();
        }
        Map<AlertKind, AlertWay> ways =
                table.choicesOf(user).stream().collect(Collectors.toMap(Chosen::kind, Chosen::way));
        var wanted = new ArrayList<AlertRow>();
        var past = new ArrayList<Long>();
        for (AlertRow row : due) {
            boolean still = row.settledAt() == null
                    && row.readAt() == null
                    && ways.getOrDefault(row.alert().kind(), AlertWay.BOTH) == AlertWay.BOTH
                    && row.alert()
                            .kind()
                            .concerns(
                                    person.roles(),
                                    person.homeDepartmentId(),
                                    row.alert().fromDepartment(),
                                    row.alert().toDepartment());
            if (still) {
                wanted.add(row);
            } else {
                past.add(row.id());
            }
        }
        readers.mail(user, past, "DUE", "PAST");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        wanted.sort(Comparator.comparing(row -> row.alert().kind()));
        var claim = new Claim(person, email, List.copyOf(wanted));
        readers.mail(user, claim.ids(), "DUE", "SENDING");
        return Optional.of(claim);
    }

    /** Whether it is given up. */
    private boolean putBack(Claim claim, boolean refused) {
        long user = claim.person.id();
        MailBox box = readers.lock(user);
        int refusals = refused ? box.refusals() + 1 : box.refusals();
        boolean given = refused && refusals >= MOST_REFUSALS;
        readers.refused(user, given ? 0 : refusals);
        readers.mail(user, claim.ids(), "SENDING", given ? "FAILED" : "DUE");
        return given;
    }

    /** Whether the server was reached and did not take the address; otherwise it is away. */
    private static boolean isRefusal(MailException failure) {
        return failure instanceof MailSendException send
                && send.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }

    private MimeMessage message(Claim claim) {
        AlertLetter.Letter written = letter.write(claim.person, claim.rows);
        MimeMessage message = sender.createMimeMessage();
        try {
            var parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(properties.from());
            parts.setTo(claim.email);
            parts.setSubject(written.subject());
            parts.setText(written.text(), written.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            // the same mail tried again has the same name, so that its receiver can tell
            message.setHeader(
                    "Message-ID",
                    "<alerts-" + claim.person.id() + "-"
                            + claim.ids().stream().max(Long::compare).orElseThrow() + "-" + claim.rows.size() + "@"
                            + host() + ">");
            return message;
        } catch (MessagingException unusable) {
            throw new MailPreparationException("A mail could not be written", unusable);
        }
    }

    private String host() {
        return Objects.requireNonNullElse(properties.url().getHost(), "baton");
    }
}
