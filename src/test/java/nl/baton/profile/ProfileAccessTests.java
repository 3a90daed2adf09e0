package nl.baton.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.CustomerProfiles.ReasonMissing;
import nl.baton.customer.CustomerQuality;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.IdentityConflict;
import nl.baton.customer.IdentityConflicts;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.customer.Preferences;
import nl.baton.customer.QualityTotals;
import nl.baton.customer.SearchIndex;
import nl.baton.customer.StatedWishes;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.handoff.Grain;
import nl.baton.handoff.LaneEvidence;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Journeys;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Timeline;
import nl.baton.journey.TimelineFilter;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.AuditTrail;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;

/**
 * Every role against every field of a customer: whatever the services give, in lists, in what is searched and found, in
 * errors, and in what the API answers, is looked through for each field's own mark.
 */
@DatabaseTest
class ProfileAccessTests {

    /** A field of a profile, each with a mark of its own that cannot come from elsewhere. */
    private enum Field {
        NAME,
        NUMBER,
        EMAIL,
        PHONE,
        LOYALTY,
        STREET,
        POSTCODE,
        CITY,
        BIRTH_DATE,
        CHANNEL,
        VISIBLE_TEXT,
        OWN_INTERNAL_TEXT,
        OTHERS_INTERNAL_TEXT
    }

    /** Who asks, and what may come out, by the matrix of PRODUCT.md. */
    private enum Asker {
        AGENT(EnumSet.allOf(Field.class), true, Role.AGENT),
        AGENT_ELSEWHERE(EnumSet.allOf(Field.class), false, Role.AGENT),
        STEWARD(EnumSet.allOf(Field.class), false, Role.STEWARD),
        LEAD(EnumSet.complementOf(EnumSet.of(Field.OTHERS_INTERNAL_TEXT)), true, Role.LEAD),
        LEAD_ELSEWHERE(EnumSet.noneOf(Field.class), false, Role.LEAD),
        MARKETER(EnumSet.of(Field.NAME, Field.NUMBER, Field.CHANNEL), true, Role.MARKETER),
        MARKETER_WHO_LEADS_ELSEWHERE(
                EnumSet.of(Field.NAME, Field.NUMBER, Field.CHANNEL), false, Role.MARKETER, Role.LEAD),
        EXECUTIVE(EnumSet.noneOf(Field.class), true, Role.EXECUTIVE),
        ADMIN(EnumSet.noneOf(Field.class), true, Role.ADMIN);

        private final Set<Field> sees;
        private final boolean atHome;
        private final Role[] roles;

        Asker(Set<Field> sees, boolean atHome, Role... roles) {
            this.sees = sees;
            this.atHome = atHome;
            this.roles = roles;
        }
    }

    private static final long ELSEWHERE = 987_654_321L;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private CustomerProfiles profiles;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private CustomerQuality quality;

    @Autowired
    private QualityTotals totals;

    @Autowired
    private IdentityConflicts conflicts;

    @Autowired
    private Preferences preferences;

    @Autowired
    private StatedWishes wishes;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Timeline timeline;

    @Autowired
    private LaneEvidence evidence;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String digits = "%08d".formatted(Math.floorMod(key.hashCode(), 100_000_000));
    private final LocalDate born = LocalDate.of(1903, 1, 1).plusDays(Math.floorMod(key.hashCode(), 9_000));
    private final Map<Field, String> marks = new LinkedHashMap<>();
    private long home;
    private long customer;
    private long type;

    @BeforeEach
    void aCustomerOfWhomEveryFieldIsKnown() throws InterruptedException {
        marks.put(Field.NAME, "Wilhelmina-" + key);
        marks.put(Field.NUMBER, "K-" + key);
        marks.put(Field.EMAIL, "mail" + key + "@voorbeeld.nl");
        marks.put(Field.PHONE, "+316" + digits);
        marks.put(Field.LOYALTY, "ZP" + key);
        marks.put(Field.STREET, "Straat" + key);
        // unlike all others, or it would be found by what is nearly the same
        marks.put(Field.POSTCODE, new StringBuilder(key).reverse() + "PC");
        marks.put(Field.CITY, "Stad" + key);
        marks.put(Field.BIRTH_DATE, born.toString());
        marks.put(Field.CHANNEL, "kanaal" + key);
        marks.put(Field.VISIBLE_TEXT, "zichtbaar" + key);
        marks.put(Field.OWN_INTERNAL_TEXT, "eigen" + key);
        marks.put(Field.OTHERS_INTERNAL_TEXT, "anders" + key);
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(3));
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(
                            key, mark(Field.NUMBER), NewCustomer.Kind.PERSON, mark(Field.NAME) + " Test")
                    .address(mark(Field.STREET), mark(Field.POSTCODE), mark(Field.CITY))
                    .birthDate(born)
                    .identities(List.of(
                            new Identity(Identity.Kind.EMAIL, mark(Field.EMAIL), null),
                            new Identity(Identity.Kind.PHONE, mark(Field.PHONE), null),
                            new Identity(Identity.Kind.LOYALTY, mark(Field.LOYALTY), null)))
                    .preferences(List.of(new Preference(
                            Preference.Kind.CHANNEL, mark(Field.CHANNEL), at, null, Preference.Origin.STATED)))
                    .build()));
            touchpoints.append(
                    List.of(
                            step("1", at, "A", Direction.INTERNAL, Field.OWN_INTERNAL_TEXT),
                            step("2", at.plusSeconds(60), "B", Direction.INTERNAL, Field.OTHERS_INTERNAL_TEXT),
                            step("3", at.plusSeconds(120), "B", Direction.OUTBOUND, Field.VISIBLE_TEXT)),
                    Via.API);
            projection.projectAll(done -> {});
            type = types.resolve("type " + key);
            home = departments.all().stream()
                    .filter(department -> department.name().equals("A" + key))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();
        SearchIndex.await(search, mark(Field.NAME));
    }

    private String mark(Field field) {
        return marks.getOrDefault(field, "");
    }

    private NewTouchpoint step(String id, Instant at, String department, Direction direction, Field text) {
        return NewTouchpoint.of(key, id, new CaseKey("type " + key, key, "1"), at)
                .customer(List.of(Identity.source(mark(Field.NUMBER))))
                .department(department + key)
                .direction(direction)
                .text(mark(text))
                .build();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void as(@Nullable Long department, Role... roles) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_200_000, "asker-" + key, Set.of(roles), department));
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void a_role_gets_its_fields_and_no_others(Asker asker) {
        as(asker.atHome ? home : ELSEWHERE, asker.roles);
        var out = new ArrayList<String>();
        gather(out, () -> profiles.open(customer, "a test"));
        gather(out, () -> profiles.cards(List.of(customer)));
        gather(out, () -> quality.fields(customer));
        gather(out, () -> quality.doubts(customer, Locale.ENGLISH));
        gather(out, () -> preferences.of(customer));
        gather(out, () -> preferences.consents(customer));
        gather(out, () -> wishes.changes(customer, 0, 50));
        gather(out, () -> journeys.ofCustomer(customer));
        gather(out, () -> timeline.page(TimelineFilter.of(customer), 0, 50));
        gather(out, () -> timeline.latest(TimelineFilter.of(customer), 50));
        gather(
                out,
                () -> evidence.handoffs(
                        new LaneFilter(Grain.DEPARTMENT, type, null, null), null, new LaneEvidence.Which.All(), 0, 50));
        for (String field : List.of("NAME", "EMAIL", "PHONE", "LOYALTY", "ADDRESS", "BIRTH_DATE")) {
            gather(out, () -> totals.records(field, key, QualityTotals.Which.ALL, 0, 50));
        }
        gather(out, () -> conflicts.page(IdentityConflict.State.OPEN, 0, 500));
        gather(out, () -> trail.page(AuditTrail.Filter.ALL, 0, 200));
        marks.values().forEach(mark -> gather(out, () -> search.find(mark, 50)));
        gather(out, () -> search.find("Wilhelmina", 50));
        // errors must not tell what was found either
        gather(out, () -> {
            wishes.prefer(customer, Preference.Kind.HOURS, "not hours");
            return "";
        });
        gather(out, () -> {
            wishes.prefer(-customer, Preference.Kind.CHANNEL, "x");
            return "";
        });

        String all = String.join("\n", out);
        var seen = EnumSet.noneOf(Field.class);
        marks.forEach((field, mark) -> {
            if (all.contains(mark)) {
                seen.add(field);
            }
        });
        assertThat(new TreeSet<>(seen)).as(asker.name()).isEqualTo(new TreeSet<>(asker.sees));
    }

    /** What a service gives, and what it says when it refuses. */
    private static void gather(List<String> out, Callable<?> call) {
        try {
            out.add(String.valueOf(call.call()));
        } catch (Exception refused) {
            out.add(String.valueOf(refused.getMessage()));
        }
    }

    /** Nobody who may not see a detail finds out by guessing it. */
    @ParameterizedTest
    @EnumSource(Asker.class)
    void a_search_by_what_is_not_shown_finds_nothing(Asker asker) {
        as(asker.atHome ? home : ELSEWHERE, asker.roles);
        for (Field field : List.of(Field.NAME, Field.NUMBER, Field.EMAIL, Field.PHONE, Field.POSTCODE)) {
            boolean found;
            try {
                found = search.find(mark(field), 50).customers().stream().anyMatch(card -> card.id() == customer);
            } catch (AccessDeniedException refused) {
                found = false;
            }
            assertThat(found).as(asker + " by " + field).isEqualTo(asker.sees.contains(field));
        }
    }

    @ParameterizedTest
    @EnumSource(ApiScope.class)
    void no_token_is_told_anything_of_the_customer(ApiScope scope) {
        as(null, Role.ADMIN);
        String secret = tokens.issue("token " + key + scope, Set.of(scope)).secret();
        SecurityContextHolder.clearContext();
        var out = new ArrayList<String>();
        for (String path : List.of(
                "/api/v1/journeys?type=type " + key + "&source=" + key + "&case=1",
                "/api/v1/handoffs/summary",
                "/api/v1/handoffs/lanes",
                "/api/v1/departments",
                "/api/v1/journey-types",
                "/api/v1/customers",
                "/api/v1/customers/" + customer,
                "/customers/" + customer)) {
            out.add(String.valueOf(RestClient.builder()
                    .baseUrl("http://localhost:" + port)
                    .defaultHeader("Authorization", "Bearer " + secret)
                    .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                    .build()
                    .get()
                    .uri(path)
                    .retrieve()
                    .toEntity(String.class)
                    .getBody()));
        }
        assertThat(String.join("\n", out)).doesNotContain(marks.values().toArray(String[]::new));
    }

    @Test
    void a_reason_is_asked_where_the_own_department_has_no_open_journey_and_stands_in_the_log() {
        for (Role role : List.of(Role.AGENT, Role.LEAD)) {
            as(home, role);
            assertThat(profiles.asksReason(customer)).as(role + " at home").isFalse();
            assertThat(profiles.open(customer, null)).isPresent();
        }
        for (Role role : List.of(Role.AGENT, Role.STEWARD)) {
            for (Long department : new Long[] {ELSEWHERE, null}) {
                as(department, role);
                assertThat(profiles.asksReason(customer))
                        .as(role + " elsewhere")
                        .isTrue();
                assertThatThrownBy(() -> profiles.open(customer, null)).isInstanceOf(ReasonMissing.class);
                assertThatThrownBy(() -> profiles.open(customer, " x ")).isInstanceOf(ReasonMissing.class);
            }
        }
        as(home, Role.MARKETER);
        assertThat(profiles.asksReason(customer)).isFalse();
        as(ELSEWHERE, Role.AGENT);
        assertThat(profiles.asksReason(-5)).isFalse();
        assertThat(profiles.open(customer, "Takes over 100% of _it_")).isPresent();

        as(null, Role.ADMIN);
        assertThat(found("asker-" + key, "profile.opened", Long.toString(customer), ""))
                .isEqualTo(3);
        assertThat(found("", "", Long.toString(customer), "takes OVER 100% of _it"))
                .isEqualTo(1);
        assertThat(found("", "", Long.toString(customer), "takes over 1009")).isZero();
        assertThat(found("asker-" + key, "", "cust", "")).isEqualTo(3);
        assertThat(found("somebody", "", Long.toString(customer), "")).isZero();
        LocalDate tomorrow = LocalDate.now().plusDays(2);
        assertThat(trail.page(new AuditTrail.Filter("", "", Long.toString(customer), "", tomorrow, null), 0, 5)
                        .total())
                .isZero();
        assertThat(trail.page(new AuditTrail.Filter("", "", Long.toString(customer), "", null, tomorrow), 0, 5)
                        .total())
                .isEqualTo(3);
    }

    private long found(String who, String action, String subject, String reason) {
        return trail.page(new AuditTrail.Filter(who, action, subject, reason, null, null), 0, 5)
                .total();
    }

    @Test
    void once_the_journey_is_closed_a_reason_is_asked_at_home_too() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(NewTouchpoint.of(key, "9", new CaseKey("type " + key, key, "1"), Instant.now())
                            .customer(List.of(Identity.source(mark(Field.NUMBER))))
                            .department("A" + key)
                            .outcome(Outcome.RESOLVED)
                            .build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        as(home, Role.AGENT);

        assertThat(profiles.asksReason(customer)).isTrue();
        assertThatThrownBy(() -> profiles.open(customer, null)).isInstanceOf(ReasonMissing.class);
    }
}
