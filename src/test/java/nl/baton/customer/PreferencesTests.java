package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Preference.Kind;
import nl.baton.customer.Preference.Origin;
import nl.baton.customer.WishRefused.Reason;
import nl.baton.customer.Wishes.Held;
import nl.baton.customer.Wishes.Moment;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Wishes as sources state them, as people took them down, and as they can be concluded. */
@DatabaseTest
class PreferencesTests {

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Preferences preferences;

    @Autowired
    private StatedWishes stated;

    @Autowired
    private JdbcClient jdbc;

    private final String source = "crm-" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_005, "samira", Set.of(role), null));
    }

    private long customer(List<Preference> wishes, List<Consent> consents) {
        SystemWork.run(
                () -> customers.store(List.of(NewCustomer.of(source, "K1", NewCustomer.Kind.PERSON, "Kim " + source)
                        .preferences(wishes)
                        .consents(consents)
                        .build())));
        return jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    private Preference wish(Kind kind, String value, int daysAgo, Origin origin) {
        return new Preference(kind, value, now.minus(Duration.ofDays(daysAgo)), null, origin);
    }

    private Wishes of(long customer) {
        return preferences.of(customer).orElseThrow();
    }

    @Test
    void stated_goes_before_observed_and_the_latest_of_those_in_force_before_the_others() {
        long id = customer(
                List.of(
                        wish(Kind.CHANNEL, "mail", 90, Origin.STATED),
                        wish(Kind.CHANNEL, "letter", 30, Origin.STATED),
                        wish(Kind.CHANNEL, "phone", 1, Origin.OBSERVED),
                        new Preference(
                                Kind.CHANNEL,
                                "chat",
                                now.minus(Duration.ofDays(20)),
                                now.minus(Duration.ofDays(10)),
                                Origin.STATED),
                        wish(Kind.LANGUAGE, "nl", 3, Origin.OBSERVED),
                        wish(Kind.TOPIC, "energy", 50, Origin.STATED),
                        wish(Kind.TOPIC, "solar", 20, Origin.STATED)),
                List.of());
        as(Role.AGENT);

        assertThat(of(id).channel()).extracting(Held::value, Held::source).containsExactly("letter", source);
        assertThat(of(id).language()).extracting(Held::origin).isEqualTo(Origin.OBSERVED);
        assertThat(of(id).topics()).extracting(Held::value).containsExactly("solar", "energy");
        assertThat(of(id).hours()).isNull();
        assertThat(of(id).moment()).isEqualTo(Moment.UNKNOWN);
    }

    @Test
    void what_is_not_stated_is_concluded_from_the_last_twelve_months() {
        long id = customer(List.of(), List.of());
        var batch = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 6; i++) {
            batch.add(contact(i, 7 * i)
                    .channel(i < 4 ? "chat" : "mail")
                    .direction(Direction.INBOUND)
                    .build());
        }
        // neither what is too long ago, nor what was not answered, nor internal work
        for (int i = 10; i < 20; i++) {
            batch.add(contact(i, 400 + i)
                    .channel("phone")
                    .direction(Direction.INBOUND)
                    .build());
            batch.add(contact(i + 10, i)
                    .channel("phone")
                    .direction(Direction.OUTBOUND)
                    .build());
            batch.add(contact(i + 20, i)
                    .channel("phone")
                    .direction(Direction.INTERNAL)
                    .build());
        }
        SystemWork.run(() -> touchpoints.append(batch, Via.API));
        as(Role.AGENT);

        Wishes wishes = of(id);
        assertThat(wishes.channel()).extracting(Held::value, Held::origin).containsExactly("chat", Origin.OBSERVED);
        assertThat(wishes.moment()).isEqualTo(Moment.GOOD);
        stated.prefer(id, Kind.CHANNEL, "letter");
        assertThat(of(id).channel()).extracting(Held::value, Held::origin).containsExactly("letter", Origin.STATED);
    }

    private NewTouchpoint.Builder contact(int number, int daysAgo) {
        return NewTouchpoint.of(
                        source,
                        "t" + number,
                        new CaseKey("order", source, "A-1"),
                        now.minus(Duration.ofDays(daysAgo)).plusSeconds(1).minusSeconds(2))
                .customer(List.of(Identity.source("K1")));
    }

    @Test
    void what_is_taken_down_outlives_what_the_source_sends_again_and_every_change_is_history() {
        long id = customer(List.of(wish(Kind.TOPIC, "energy", 50, Origin.STATED)), List.of());
        as(Role.AGENT);
        stated.prefer(id, Kind.HOURS, "Mo-Su 00:00-24:00");
        stated.prefer(id, Kind.HOURS, "Mo-Su 00:00-24:00");
        assertThat(of(id).moment()).isEqualTo(Moment.GOOD);
        stated.prefer(id, Kind.HOURS, "");
        stated.prefer(id, Kind.TOPIC, "solar, heat pumps");
        SecurityContextHolder.clearContext();
        customer(List.of(wish(Kind.TOPIC, "energy", 40, Origin.STATED)), List.of());
        as(Role.AGENT);

        assertThat(of(id).hours()).isNull();
        assertThat(of(id).topics()).extracting(Held::value).containsExactly("solar", "heat pumps");
        assertThat(stated.changes(id, 0, 10).items())
                .extracting(Wishes.Change::field, Wishes.Change::before, Wishes.Change::after, Wishes.Change::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("TOPIC", "energy", "solar\nheat pumps", "samira"),
                        org.assertj.core.groups.Tuple.tuple("HOURS", "Mo-Su 00:00-24:00", null, "samira"),
                        org.assertj.core.groups.Tuple.tuple("HOURS", null, "Mo-Su 00:00-24:00", "samira"));
    }

    @Test
    void of_consents_the_latest_word_counts_until_it_expires() {
        Instant past = now.minus(Duration.ofDays(1));
        long id = customer(
                List.of(),
                List.of(
                        new Consent("newsletter", true, past, "form", null),
                        new Consent("research", true, past.minusSeconds(60), "form", past),
                        new Consent("Bellen", false, past, "call", null)));
        as(Role.AGENT);
        assertThat(of(id).doNotCall()).isTrue();

        stated.agree(id, "newsletter", false, null);
        stated.agree(id, "Bellen", true, now.plus(Duration.ofDays(10)));

        assertThat(preferences.consents(id))
                .extracting(agreed -> agreed.consent().purpose() + " "
                        + agreed.consent().granted() + " " + agreed.consent().source() + " " + agreed.expired())
                .containsExactly("Bellen true Baton false", "newsletter false Baton false", "research true form true");
        assertThat(of(id).doNotCall()).isFalse();
        assertThat(stated.changes(id, 0, 1).items()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("WITHHELD");
            assertThat(change.after()).startsWith("GRANTED ");
        });
    }

    @Test
    void what_cannot_be_taken_down_is_refused_with_field_and_reason() {
        long id = customer(List.of(), List.of());
        as(Role.AGENT);

        assertRefused(Reason.HOURS_PART, () -> stated.prefer(id, Kind.HOURS, "in the evening"));
        assertRefused(Reason.HOURS_DAY, () -> stated.prefer(id, Kind.HOURS, "Xy 10:00-12:00"));
        assertRefused(Reason.HOURS_ORDER, () -> stated.prefer(id, Kind.HOURS, "Mo 12:00-10:00"));
        assertRefused(Reason.LANGUAGE_UNKNOWN, () -> stated.prefer(id, Kind.LANGUAGE, "Dutch"));
        assertRefused(Reason.CHANNEL_LONG, () -> stated.prefer(id, Kind.CHANNEL, "x".repeat(81)));
        assertRefused(Reason.TOPICS_MANY, () -> stated.prefer(id, Kind.TOPIC, "a,b,c,d,e,f,g,h,i,j,k"));
        assertRefused(Reason.PURPOSE_EMPTY, () -> stated.agree(id, " ", true, null));
        assertRefused(Reason.EXPIRES_BEFORE, () -> stated.agree(id, "x", true, now.minusSeconds(5)));
        assertRefused(Reason.CUSTOMER_UNKNOWN, () -> stated.prefer(-1, Kind.CHANNEL, "mail"));
        assertThat(stated.changes(id, 0, 10).total()).isZero();
    }

    private static void assertRefused(Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        WishRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void who_may_not_change_it_cannot_and_who_may_not_see_it_sees_nothing() {
        long id = customer(List.of(wish(Kind.CHANNEL, "mail", 1, Origin.STATED)), List.of());

        for (Role role : List.of(Role.MARKETER, Role.EXECUTIVE, Role.STEWARD, Role.ADMIN)) {
            as(role);
            assertThatThrownBy(() -> stated.prefer(id, Kind.CHANNEL, "phone"))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> stated.agree(id, "x", true, null)).isInstanceOf(AccessDeniedException.class);
        }
        as(Role.LEAD);
        assertRefused(Reason.CUSTOMER_UNKNOWN, () -> stated.prefer(id, Kind.CHANNEL, "phone"));
        assertThat(preferences.of(id)).isEmpty();
        assertThat(preferences.consents(id)).isEmpty();
        for (Role role : List.of(Role.EXECUTIVE, Role.ADMIN)) {
            as(role);
            assertThatThrownBy(() -> preferences.of(id)).isInstanceOf(AccessDeniedException.class);
        }
        as(Role.MARKETER);
        assertThat(of(id).channel()).extracting(Held::value).isEqualTo("mail");
        assertThat(stated.changes(id, 0, 10).total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, true",
        "Telefoon, true",
        "marketing-phone, true",
        "bellen, true",
        "call_back, true",
        "telemarketing, true",
        "newsletter, false",
        "hotel offers, false",
        "belastingaangifte, false",
        "product recall, false"
    })
    void what_somebody_may_be_called_for_is_told_by_whole_words(String purpose, boolean calling) {
        var words = List.of("call", "phone", "bellen", "telefoon", "telemarketing");
        assertThat(Preferences.isCalling(purpose, words)).isEqualTo(calling);
    }
}
