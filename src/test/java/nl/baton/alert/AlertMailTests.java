package nl.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import nl.baton.base.Texts;
import nl.baton.base.UtcTime;
import nl.baton.security.Colleagues;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes out by mail: once, bundled, in the reader's language, and later when the server is away. */
class AlertMailTests extends AlertCompany {

    private static final AlertProperties PROPERTIES = new AlertProperties(
            Duration.ofSeconds(20),
            Duration.ofMinutes(15),
            "baton@baton.test",
            URI.create("https://baton.test/"),
            Period.ofDays(90));

    @Autowired
    private AlertWords words;

    @Autowired
    private Texts texts;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource database;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private long agent;

    @BeforeEach
    void aServer() {
        server.start();
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    private JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        return sender;
    }

    private AlertMailer mailer(JavaMailSenderImpl sender) {
        return new AlertMailer(
                table,
                readers,
                new AlertLetter(texts, words, PROPERTIES),
                colleagues,
                sender,
                PROPERTIES,
                new TransactionTemplate(transactions),
                clock);
    }

    private AlertMailer mailer() {
        return mailer(sender(server.getSmtp().getPort()));
    }

    private void send(AlertMailer mailer, long person) {
        SystemWork.run(() -> mailer.send(person));
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private void anAgentWithTwoPasses() {
        pass("1", 30);
        pass("2", 40);
        agent = person("agent", department("B"), Role.AGENT);
        look();
    }

    @Test
    void what_is_due_goes_out_in_one_mail_with_its_context_and_no_customer() throws Exception {
        anAgentWithTwoPasses();
        assertThat(mailStates(agent)).containsExactly("DUE", "DUE");

        send(mailer(), agent);
        send(mailer(), agent);

        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(address(mail)).isEqualTo("agent." + key + "@baton.test");
        assertThat(mail.getSubject()).isEqualTo("Baton: 2 meldingen");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var found = new MailParts(mail);
        assertThat(found.text())
                .contains("agent " + key + ", deze 2 dingen hebben u nodig.")
                .contains("Niet opgepakt: A" + key + " → B" + key)
                .contains("30 uur")
                .contains("40 uur")
                .contains("Afgesproken was 8 uur.")
                .contains("type " + key + " 1")
                .contains("https://baton.test/alerts?alert=");
        assertThat(found.html())
                .contains("<a href=\"https://baton.test/alerts?alert=")
                .contains("40 uur");
        assertThat(found.text() + found.html()).doesNotContain("klant.nl").doesNotContain("K-" + key);
        assertThat(mailStates(agent)).containsExactly("SENT", "SENT");
    }

    @Test
    void nobody_gets_more_than_one_mail_in_a_quarter_of_an_hour() {
        anAgentWithTwoPasses();
        send(mailer(), agent);
        pass("3", 25);
        look();

        send(mailer(), agent);

        assertThat(received()).hasSize(1);
        assertThat(mailStates(agent)).containsExactly("SENT", "SENT", "DUE");
        jdbc.sql("UPDATE alert_mail SET last_at = ? WHERE user_id = ?")
                .params(UtcTime.of(Instant.now().minus(Duration.ofMinutes(16))), agent)
                .update();
        send(mailer(), agent);
        assertThat(received()).hasSize(2);
    }

    @Test
    void what_was_read_or_picked_up_or_muted_meanwhile_is_not_mailed() throws Exception {
        anAgentWithTwoPasses();
        pass("3", 50);
        look();
        as(agent);
        alerts.read(alerts.page(Locale.of("nl"), true, 0, 10).items().getFirst().id());
        SecurityContextHolder.clearContext();
        arrive(step("1", "3", 0.1, "B"));
        look();

        send(mailer(), agent);

        assertThat(received()).hasSize(1);
        assertThat(mailStates(agent)).containsOnlyOnce("SENT").contains("PAST");
    }

    @Test
    void a_server_that_is_away_loses_nothing_and_sends_nothing_twice() {
        anAgentWithTwoPasses();
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> send(mailer(sender(port)), agent)).isInstanceOf(MailException.class);
        assertThat(mailStates(agent)).containsExactly("DUE", "DUE");

        server.start();
        send(mailer(), agent);
        send(mailer(), agent);
        assertThat(received()).hasSize(1);
    }

    @Test
    void what_a_node_had_in_hand_when_it_fell_away_is_not_sent_again() {
        anAgentWithTwoPasses();
        jdbc.sql("UPDATE alert_reader SET mail = 'SENDING' WHERE user_id = ?")
                .param(agent)
                .update();

        send(mailer(), agent);

        assertThat(received()).isEmpty();
        assertThat(mailStates(agent)).containsExactly("UNSURE", "UNSURE");
        assertThat(open(agent)).isEqualTo(2);
    }

    @Test
    void an_address_that_is_refused_is_given_up_and_holds_up_nobody() {
        anAgentWithTwoPasses();
        long other = person("other", department("B"), Role.AGENT);
        pass("3", 25);
        look();
        var picky = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                if (address(messages[0]).startsWith("agent.")) {
                    throw new MailSendException(Map.of(messages[0], new SendFailedException("550 no such user")));
                }
                super.doSend(messages, originals);
            }
        };
        picky.setHost("127.0.0.1");
        picky.setPort(server.getSmtp().getPort());
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> send(mailer(picky), agent)).isInstanceOf(MailException.class);
        }
        send(mailer(picky), agent);
        send(mailer(picky), other);

        assertThat(mailStates(agent)).containsOnly("FAILED");
        assertThat(received()).hasSize(1);
    }

    @Test
    void two_schedulers_on_one_database_send_each_mail_once() throws Exception {
        anAgentWithTwoPasses();
        List<Long> readers = new ArrayList<>(List.of(agent));
        for (int i = 0; i < 6; i++) {
            readers.add(person("p" + i, department("B"), Role.AGENT));
        }
        pass("3", 22);
        look();
        int port = server.getSmtp().getPort();
        server.stop();
        var task = AlertWork.mailing(mailer(sender(port)), Duration.ofMillis(200));
        List<Scheduler> nodes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            nodes.add(Scheduler.create(database, AlertWork.mailing(mailer(sender(port)), Duration.ofMillis(200)))
                    .schedulerName(new SchedulerName.Fixed("node-" + i + key))
                    .threads(3)
                    .pollingInterval(Duration.ofMillis(100))
                    .alwaysPersistTimestampInUTC()
                    .build());
        }
        var client = SchedulerClient.Builder.create(database)
                .jdbcCustomization(new AutodetectJdbcCustomization(database, true))
                .build();
        assertThat(task.getName()).isEqualTo(AlertWork.MAIL);
        try {
            nodes.forEach(Scheduler::start);
            SystemWork.run(() -> {
                AlertWork.schedule(this.readers, client, PROPERTIES, clock);
                AlertWork.schedule(this.readers, client, PROPERTIES, clock);
            });
            // the server is away at first: all of them fail, and try again
            Thread.sleep(1_000);
            var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            again.start();
            try {
                long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (mine(again).size() < readers.size() && System.nanoTime() < until) {
                    Thread.sleep(200);
                }
                Thread.sleep(1_000);
                assertThat(mine(again)).hasSize(readers.size()).doesNotHaveDuplicates();
            } finally {
                again.stop();
            }
        } finally {
            nodes.forEach(Scheduler::stop);
        }
        readers.forEach(reader -> assertThat(mailStates(reader)).containsOnly("SENT"));
    }

    /** Other tests have people of their own, to whom something may be due. */
    private List<String> mine(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .map(AlertMailTests::address)
                .filter(address -> address.contains(key))
                .toList();
    }

    private static String address(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
