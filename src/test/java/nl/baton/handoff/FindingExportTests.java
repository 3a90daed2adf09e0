package nl.baton.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.FindingListQuery.Some;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.ExportReasonMissing;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the rules have found as a file: all of it, once, for whom it is, and no more of it than is for them. */
@DatabaseTest
class FindingExportTests {

    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");
    private static final int JOURNEYS = 6;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private FindingExport export;

    @Autowired
    private FindingListQuery query;

    @Autowired
    private Findings findings;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String user = "exporter-" + key;
    private LaneFilter filter;
    private long a;
    private long c;

    /** Each from A to B to C, with days between; the first three begin at the same moment. */
    @BeforeEach
    void lateOnes() {
        SystemWork.run(() -> {
            var steps = new ArrayList<NewTouchpoint>();
            for (int i = 0; i < JOURNEYS; i++) {
                int day = i < 3 ? 0 : i;
                steps.add(step(i, day, "A"));
                steps.add(step(i, day + 7, "B"));
                steps.add(step(i, day + 14, "C"));
            }
            touchpoints.append(steps, Via.API);
            projection.projectAll(done -> {});
            filter = new LaneFilter(Grain.DEPARTMENT, types.resolve(key), null, null);
            a = department("A");
            c = department("C");
        });
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint step(int journey, int day, String department) {
        return NewTouchpoint.of(
                        key,
                        journey + department,
                        new CaseKey(key, key, "case " + journey),
                        START.plus(Duration.ofDays(day)))
                .department(department + key)
                .build();
    }

    private long department(String name) {
        UnitName unit = UnitName.of(name + key, null);
        return departments.resolve(List.of(unit)).get(unit).departmentId();
    }

    private void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_300_001, user, Set.of(roles), home));
    }

    private List<String> csv() throws IOException {
        var out = new ByteArrayOutputStream();
        export.csv(filter, "Monday’s meeting", Locale.ENGLISH, out);
        return out.toString(UTF_8).lines().toList();
    }

    private long found() {
        return jdbc.sql("""
                SELECT COUNT(*) FROM finding f JOIN handoff h ON h.id = f.handoff_id
                    JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                WHERE h.journey_type_id = ? AND h.grain = 'DEPARTMENT'""").param(filter.journeyType()).query(Long.class).single();
    }

    private Page<FoundFinding> late() {
        return query.page(new Findings.Filter(filter.journeyType(), "LATE_PICKUP", null), 0, 100);
    }

    @Test
    void an_executive_gets_every_finding_once() throws IOException {
        as(null, Role.EXECUTIVE);
        List<String> rows = csv();
        assertThat(rows).doesNotHaveDuplicates().hasSize((int) found() + 1);
        assertThat(late().total()).isEqualTo(2 * JOURNEYS);
        assertThat(rows.stream().filter(row -> row.startsWith("Picked up late")))
                .hasSize(2 * JOURNEYS)
                .allMatch(row -> row.contains("," + key + ",case "));
        assertThat(jdbc.sql("SELECT CONCAT(subject, ' | ', reason) FROM audit_entry WHERE username = ? AND action = ?")
                        .params(user, FindingExport.ACTION)
                        .query(String.class)
                        .single())
                .isEqualTo("CSV, " + key + ", all there is, department | Monday’s meeting");
    }

    @Test
    void parts_are_cut_by_moments_and_lose_and_double_nothing() {
        as(null, Role.EXECUTIVE);
        var all = new ArrayList<String>();
        Instant from = null;
        do {
            Some some = query.before(from, filter, null, 2);
            some.findings()
                    .forEach(each -> all.add(each.pickup() + each.finding().rule()));
            from = some.from();
        } while (from != null);
        assertThat(all).doesNotHaveDuplicates().hasSize((int) found());
    }

    @Test
    void a_period_and_a_rule_narrow_it_as_they_do_the_figures() throws IOException {
        as(null, Role.EXECUTIVE);
        var day = LocalDate.parse("2026-02-09");
        filter = new LaneFilter(Grain.DEPARTMENT, filter.journeyType(), new Period(day, day), "LATE_PICKUP");
        assertThat(csv()).hasSize(1 + 3);
    }

    @Test
    void a_lead_gets_the_own_lanes_with_what_leads_wrote_and_an_executive_gets_it_without() throws IOException {
        as(c, Role.LEAD);
        FoundFinding one = late().items().stream()
                .filter(each -> each.to().departmentId() == c)
                .findFirst()
                .orElseThrow();
        findings.dismiss(new Findings.Name(one.pickup(), "LATE_PICKUP"), "agreed by phone " + key);
        List<String> own = csv();
        assertThat(own.stream().skip(1)).isNotEmpty().allMatch(row -> row.contains("C" + key));
        assertThat(own)
                .filteredOn(row -> row.contains("agreed by phone " + key))
                .hasSize(1);

        as(null, Role.EXECUTIVE);
        assertThat(csv()).noneMatch(row -> row.contains("agreed by phone")).anyMatch(row -> row.contains("Dismissed"));
        as(a, Role.LEAD, Role.EXECUTIVE);
        assertThat(csv()).noneMatch(row -> row.contains("agreed by phone"));
    }

    @Test
    void nobody_else_gets_any() {
        for (Role role : List.of(Role.AGENT, Role.MARKETER, Role.STEWARD, Role.ADMIN)) {
            as(a, role);
            assertThatThrownBy(this::csv).as("%s", role).isInstanceOf(AccessDeniedException.class);
        }
        as(null, Role.EXECUTIVE);
        assertThatThrownBy(() -> export.csv(filter, "x", Locale.ENGLISH, new ByteArrayOutputStream()))
                .isInstanceOf(ExportReasonMissing.class);
    }

    @Test
    void a_workbook_holds_the_same() throws IOException {
        as(null, Role.EXECUTIVE);
        var out = new ByteArrayOutputStream();
        export.excel(filter, "Monday’s meeting", Locale.of("nl"), out);
        assertThat(out.toByteArray()).startsWith('P', 'K');
    }
}
