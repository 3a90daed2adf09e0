package nl.baton.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.baton.customer.Attribute;
import nl.baton.customer.Consent;
import nl.baton.customer.CustomerExtract;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.security.ExportReasonMissing;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.segment.CampaignPreview.LeaveAlone;
import nl.baton.segment.CampaignRefused.Reason;
import nl.baton.segment.Crowd.Person;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A campaign's file holds who is in the segment now and need not be left alone, and no way to reach anybody. */
@DatabaseTest
class CampaignTests {

    private static final Pattern PHONE = Pattern.compile("(\\+31|\\b0)[ -]?[1-9]([ -]?\\d){8}");

    @Autowired
    private CampaignExports exports;

    @Autowired
    private CustomerExtract extract;

    @Autowired
    private Segments segments;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SchedulerClient work;

    @Autowired
    private Clock clock;

    private final String user = "campaigner-" + UUID.randomUUID().toString().substring(0, 8);
    private Crowd crowd;
    private CampaignRules rules;
    private long segment;

    @BeforeEach
    void gather() {
        crowd = new Crowd(jdbc, customers, work, clock, 5);
        crowd.beForCampaigns(new Random(6));
        rules = new CampaignRules("mail " + crowd.key, 2, 20, List.of("wens " + crowd.key, "woning " + crowd.key));
        as(1, Role.MARKETER);
        segment = segments.add("kopers", homes("koop", "huur"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM segment WHERE owner_id > 9000400 AND owner_id < 9000410")
                .update();
        crowd.leave();
    }

    private Trait homes(String... values) {
        return new Trait.AttributeIs("woning " + crowd.key, Set.of(values));
    }

    private void as(long id, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_400 + id, user, Set.of(roles), null));
    }

    private List<Person> members() {
        return crowd.people.stream().filter(person -> person.home != null).toList();
    }

    private Set<LeaveAlone> reasons(Person person) {
        Set<LeaveAlone> reasons = EnumSet.noneOf(LeaveAlone.class);
        add(reasons, LeaveAlone.NO_CONSENT, !person.consents);
        // contacts were two hours before so many days ago, and so the last day is outside
        add(
                reasons,
                LeaveAlone.OFTEN_ENOUGH,
                person.campaignsDaysAgo.stream().filter(days -> days < 20).count() >= 2);
        add(reasons, LeaveAlone.BREAKDOWN_OPEN, person.openRule != null || person.overdue);
        add(reasons, LeaveAlone.COMPLAINT_OPEN, person.complaint);
        add(reasons, LeaveAlone.ADDRESS_ONLY, person.addressed);
        return reasons;
    }

    private static void add(Set<LeaveAlone> reasons, LeaveAlone reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private List<Person> remaining() {
        return members().stream().filter(person -> reasons(person).isEmpty()).toList();
    }

    private String csv() throws IOException {
        var out = new ByteArrayOutputStream();
        exports.csv(segment, rules, "Voorjaarsactie", Locale.ENGLISH, out);
        return out.toString(UTF_8);
    }

    private String excel() throws IOException {
        var out = new ByteArrayOutputStream();
        exports.excel(segment, rules, "Voorjaarsactie", Locale.of("nl"), out);
        Path file = Files.write(Files.createTempFile("campaign", ".xlsx"), out.toByteArray());
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().contains("worksheets/sheet")) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }

    private List<String> deeds() {
        return jdbc.sql("SELECT CONCAT(subject, ' | ', reason) FROM audit_entry WHERE username = ? AND action = ?")
                .params(user, CampaignExports.ACTION)
                .query(String.class)
                .list();
    }

    @Test
    void numbers_are_those_of_who_goes_through_the_customers_one_by_one() {
        CampaignPreview preview = exports.preview(segment, rules);

        assertThat(preview.members()).isEqualTo(members().size());
        for (LeaveAlone reason : LeaveAlone.values()) {
            assertThat(preview.because().get(reason))
                    .as("%s", reason)
                    .isEqualTo(members().stream()
                            .filter(person -> reasons(person).contains(reason))
                            .count())
                    .isPositive();
        }
        assertThat(preview.remaining()).isEqualTo(remaining().size()).isPositive();
        assertThat(preview.alone()).isEqualTo(members().size() - remaining().size());
        assertThat(preview.because().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("some have several reasons")
                .isGreaterThan(preview.alone());
        assertThat(preview.asOf()).isNotNull();
    }

    @Test
    void the_file_holds_exactly_those_who_remain() throws IOException {
        List<String[]> rows =
                csv().lines().skip(1).map(row -> row.split(",", -1)).toList();

        assertThat(rows.stream().map(row -> row[1]).toList())
                .isEqualTo(remaining().stream().map(person -> person.number).toList());
        for (int i = 0; i < rows.size(); i++) {
            Person person = remaining().get(i);
            String[] row = rows.get(i);
            assertThat(row).hasSize(9);
            assertThat(row[0]).isEqualTo(crowd.key);
            assertThat(row[2]).isEqualTo(person.tier == null ? "" : person.tier.name());
            assertThat(row[3]).isNotBlank().doesNotContain("value.stage");
            assertThat(row[4].isEmpty()).isEqualTo(person.rfm == null);
            assertThat(row[5]).isEqualTo(person.total == null ? "" : person.total.toPlainString());
            assertThat(row[6]).isEmpty();
            assertThat(row[7])
                    .isEqualTo("tuin".equals(person.wish) ? "tuin" : "=1+1".equals(person.wish) ? "'=1+1" : "");
            assertThat(row[8]).isEqualTo(person.home);
        }
        assertThat(rows).as("a formula is a text").anyMatch(row -> row[7].equals("'=1+1"));
        assertThat(rows).anyMatch(row -> row[7].equals("tuin"));
    }

    @Test
    void nobody_can_be_reached_by_any_cell_of_either_file() throws IOException {
        assertThat(remaining()).anyMatch(person -> person.wish != null && person.wish.contains("@"));
        assertThat(remaining()).anyMatch(person -> person.wish != null && person.wish.contains("06 1234"));
        String csv = csv();
        String excel = excel();

        assertThat(csv).doesNotContain("@").doesNotContainPattern(PHONE).doesNotContain("Geheim");
        assertThat(excel).doesNotContain("@").doesNotContainPattern(PHONE).doesNotContain("Geheim");
    }

    @Test
    void the_workbook_tells_who_was_left_out_and_why() throws IOException {
        CampaignPreview preview = exports.preview(segment, rules);
        String excel = excel();

        assertThat(excel).contains("kopers").contains("Geen toestemming").contains("mail " + crowd.key);
        preview.because().values().forEach(n -> assertThat(excel).contains(n + " weggelaten. "));
        assertThat(excel).contains(preview.alone() + ". Een klant kan om meer redenen");
        remaining().forEach(person -> assertThat(excel).contains(">" + person.number + "<"));
        members().stream()
                .filter(Predicate.not(remaining()::contains))
                .forEach(person -> assertThat(excel).doesNotContain(">" + person.number + "<"));
        assertThat(excel).contains(">=1+1<").doesNotContain("<f>");
    }

    @Test
    void the_audit_log_knows_before_the_first_byte() throws IOException {
        var written = new ArrayList<List<String>>();
        exports.csv(segment, rules, " Voorjaarsactie ", Locale.ENGLISH, new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                written.add(deeds());
            }
        });

        assertThat(written)
                .isNotEmpty()
                .allSatisfy(deeds -> assertThat(deeds)
                        .containsExactly("segment " + segment + ", CSV: "
                                + remaining().size() + " of " + members().size() + " customers, cap 2 in 20 days, mail "
                                + crowd.key + " | Voorjaarsactie"));
        excel();
        assertThat(deeds()).hasSize(2).last().asString().startsWith("segment " + segment + ", Excel: ");
    }

    @Test
    void without_a_reason_there_is_no_file_and_no_trace() {
        var out = new ByteArrayOutputStream();
        for (String reason : List.of("", " x ", "ab")) {
            assertThatThrownBy(() -> exports.csv(segment, rules, reason, Locale.ENGLISH, out))
                    .isInstanceOf(ExportReasonMissing.class);
            assertThatThrownBy(() -> exports.excel(segment, rules, reason, Locale.ENGLISH, out))
                    .isInstanceOf(ExportReasonMissing.class);
        }
        assertThat(out.size()).isZero();
        assertThat(deeds()).isEmpty();
    }

    @Test
    void everybody_is_looked_at_anew() {
        CampaignPreview before = exports.preview(segment, rules);
        Person one = remaining().getFirst();
        for (String table : List.of("customer_consent", "customer_own_consent")) {
            jdbc.sql("UPDATE " + table + " SET granted = FALSE WHERE customer_id = ?")
                    .param(one.id)
                    .update();
        }
        Person other = remaining().getLast();
        jdbc.sql("DELETE FROM customer_attribute WHERE customer_id = ? AND attribute_key = ?")
                .params(other.id, "woning " + crowd.key)
                .update();

        CampaignPreview after = exports.preview(segment, rules);
        assertThat(after.members()).isEqualTo(before.members() - 1);
        assertThat(after.remaining()).isEqualTo(before.remaining() - 2);
    }

    @Test
    void an_empty_segment_and_one_of_which_nobody_remains_give_a_file_without_rows() throws IOException {
        CampaignRules unheardOf = new CampaignRules("nooit gehoord " + crowd.key, 2, 20, List.of());
        CampaignPreview nobody = exports.preview(segment, unheardOf);
        assertThat(nobody.remaining()).isZero();
        assertThat(nobody.because().get(LeaveAlone.NO_CONSENT)).isEqualTo(nobody.members());
        rules = unheardOf;
        assertThat(csv().lines()).hasSize(1);
        segment = segments.add("leeg", homes("kasteel"));
        CampaignPreview empty = exports.preview(segment, rules);
        assertThat(empty.members()).isZero();
        assertThat(empty.alone()).isZero();
        assertThat(empty.because()).hasSize(LeaveAlone.values().length).containsValue(0L);
        assertThat(csv().lines()).hasSize(1);
        assertThat(excel()).contains("leeg");
    }

    @Test
    void more_than_a_thousand_come_in_parts_and_each_once() throws IOException {
        String key = crowd.key + "-many";
        var more = IntStream.range(0, 2_345)
                .mapToObj(i -> NewCustomer.of(key, "M" + i, NewCustomer.Kind.PERSON, "Meer " + i)
                        .attributes(List.of(new Attribute("massa " + key, "ja", "x", crowd.now, null)))
                        .consents(List.of(new Consent("mail " + key, true, crowd.now, "x", null)))
                        .build())
                .toList();
        SystemWork.run(() -> customers.store(more));
        segment = segments.add("velen", new Trait.AttributeIs("massa " + key, Set.of("ja")));
        rules = new CampaignRules("mail " + key, 1, 1, List.of("massa " + key));

        List<String> numbers =
                csv().lines().skip(1).map(row -> row.split(",", -1)[1]).toList();
        assertThat(numbers).hasSize(2_345).doesNotHaveDuplicates();
        assertThat(exports.preview(segment, rules).remaining()).isEqualTo(2_345);
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        refused(Reason.CAP, () -> new CampaignRules("mail", 0, 30, List.of()));
        refused(Reason.CAP, () -> new CampaignRules("mail", -1, 30, List.of()));
        refused(Reason.CAP, () -> new CampaignRules("mail", 1_001, 30, List.of()));
        refused(Reason.DAYS, () -> new CampaignRules("mail", 3, 0, List.of()));
        refused(Reason.DAYS, () -> new CampaignRules("mail", 3, Trait.MOST_DAYS + 1, List.of()));
        refused(Reason.PURPOSE, () -> new CampaignRules(" ", 3, 30, List.of()));
        refused(Reason.PURPOSE, () -> new CampaignRules("x".repeat(81), 3, 30, List.of()));
        refused(Reason.ATTRIBUTES, () -> new CampaignRules("mail", 3, 30, List.of("")));
        List<String> eleven = IntStream.range(0, 11).mapToObj(Integer::toString).toList();
        refused(Reason.ATTRIBUTES, () -> new CampaignRules("mail", 3, 30, eleven));
        assertThat(new CampaignRules("mail", 3, 30, Collections.nCopies(11, "woning")).attributes())
                .containsExactly("woning");
        refused(Reason.SEGMENT, () -> exports.preview(segment + 1_000_000, rules));
    }

    @Test
    void what_others_do_not_share_stays_theirs() throws IOException {
        as(2, Role.MARKETER);
        refused(Reason.SEGMENT, () -> exports.preview(segment, rules));
        refused(Reason.SEGMENT, this::csv);
        assertThat(deeds()).isEmpty();
        as(1, Role.MARKETER);
        segments.share(segment, true);
        as(2, Role.MARKETER);
        assertThat(csv().lines()).hasSize(1 + remaining().size());
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .hasMessageContaining(reason.name())
                .isInstanceOfSatisfying(
                        CampaignRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource
    void it_is_for_marketers(Role role) {
        segments.share(segment, true);
        as(3, role);
        for (ThrowingCallable attempt : Arrays.<ThrowingCallable>asList(
                () -> exports.preview(segment, rules),
                exports::usualCap,
                this::csv,
                this::excel,
                () -> extract.called(List.of(1L)),
                () -> extract.attributes(List.of(1L), List.of("woning")))) {
            if (role == Role.MARKETER) {
                assertThatCode(attempt).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(attempt).isInstanceOf(AccessDeniedException.class);
            }
        }
        assertThat(deeds()).hasSize(role == Role.MARKETER ? 2 : 0);
    }

    @Test
    void the_usual_cap_is_three_in_thirty_days() {
        assertThat(exports.usualCap()).isEqualTo(new CampaignExports.Cap(3, 30));
    }

    @Test
    void what_a_source_calls_its_customer_is_told_unless_it_is_an_address() {
        var called =
                extract.called(crowd.people.stream().map(person -> person.id).toList());
        assertThat(called).hasSize(crowd.people.size());
        crowd.people.forEach(person -> {
            var name = called.get(person.id);
            assertThat(name).isEqualTo(new CustomerExtract.Called(crowd.key, person.addressed ? null : person.number));
        });
        Set<String> wishes = extract
                .attributes(crowd.people.stream().map(person -> person.id).toList(), List.of("wens " + crowd.key))
                .values()
                .stream()
                .flatMap(known -> known.values().stream())
                .collect(Collectors.toSet());
        assertThat(wishes).containsExactlyInAnyOrder("tuin", "=1+1");
        assertThat(extract.called(List.of())).isEmpty();
        assertThat(extract.attributes(List.of(1L), List.of())).isEmpty();
    }
}
