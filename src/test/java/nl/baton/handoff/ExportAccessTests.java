package nl.baton.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.ExportReasonMissing;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;

/** Who may take what out of Baton, what is in it then, and what the audit log says of it. */
@DatabaseTest
class ExportAccessTests {

    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private LaneExport lanes;

    @Autowired
    private LogExport log;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String user = "exporter-" + key;
    private LaneFilter filter;
    private long a;

    /** One journey from A to B to C, and one from B to C. */
    @BeforeEach
    void twoJourneys() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "one", 0, "A").build(),
                            step("2", "one", 1, "B").build(),
                            step("3", "one", 2, "C").build(),
                            step("4", "two", 0, "B").build(),
                            step("5", "two", 1, "C").build()),
                    Via.API);
            projection.projectAll(done -> {});
            filter = new LaneFilter(Grain.DEPARTMENT, types.resolve(key), null, null);
            UnitName name = UnitName.of("A" + key, null);
            a = departments.resolve(List.of(name)).get(name).departmentId();
        });
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint.Builder step(String id, String caseNumber, long hour, String department) {
        return NewTouchpoint.of(key, id, new CaseKey(key, key, caseNumber), START.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("wilhelmina@" + key + ".example")))
                .agent("Agent " + key)
                .text("words nobody is to have")
                .department(department + key);
    }

    private void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_300_000, user, Set.of(roles), home));
    }

    private String csv() throws IOException {
        var out = new ByteArrayOutputStream();
        lanes.csv(filter, "Monday’s meeting", Locale.ENGLISH, out);
        return out.toString(UTF_8);
    }

    private String xes() throws IOException {
        var out = new ByteArrayOutputStream();
        log.xes(filter.journeyType(), null, "Monday’s meeting", Locale.ENGLISH, () -> out);
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return new String(packed.readAllBytes(), UTF_8);
        }
    }

    private List<String> deeds() {
        return jdbc.sql("SELECT CONCAT(action, ' | ', subject, ' | ', reason) FROM audit_entry WHERE username = ?"
                        + " ORDER BY id")
                .param(user)
                .query(String.class)
                .list();
    }

    @Test
    void who_sees_lanes_takes_the_same_ones_along_and_it_is_written_down() throws IOException {
        as(null, Role.EXECUTIVE);
        assertThat(csv().lines()).hasSize(3);
        as(null, Role.MARKETER);
        assertThat(csv().lines()).hasSize(3);
        as(a, Role.LEAD);
        assertThat(csv().lines()).hasSize(2).element(1).asString().contains("A" + key + ",B" + key + ",1,1,0,0,0,1,");
        as(a, Role.AGENT);
        assertThat(csv().lines()).hasSize(2);
        as(null, Role.AGENT);
        assertThat(csv().lines()).hasSize(1);
        assertThat(deeds())
                .hasSize(5)
                .first()
                .isEqualTo("lanes.exported | CSV, " + key + ", all there is, department: 2 | Monday’s meeting");
        for (Role role : List.of(Role.STEWARD, Role.ADMIN)) {
            as(a, role);
            assertThatThrownBy(this::csv).as("%s", role).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void a_workbook_is_for_the_same_people() throws IOException {
        as(a, Role.LEAD);
        var out = new ByteArrayOutputStream();
        lanes.excel(filter, "Monday’s meeting", Locale.of("nl"), out);
        assertThat(out.toByteArray()).startsWith('P', 'K');
        assertThat(deeds()).singleElement().asString().startsWith("lanes.exported | Excel, ");
        as(a, Role.STEWARD);
        assertThatThrownBy(() -> lanes.excel(filter, "Monday’s meeting", Locale.of("nl"), out))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_executive_gets_the_whole_log_with_nobodys_name_in_it() throws IOException {
        as(null, Role.EXECUTIVE);
        String xes = xes();
        assertThat(xes.split("<trace>", -1)).hasSize(3);
        assertThat(xes)
                .contains("A" + key)
                .contains("agent-")
                .doesNotContain("Agent " + key)
                .doesNotContain("wilhelmina")
                .doesNotContain("words nobody")
                .doesNotContain("baton:case");
        assertThat(deeds()).containsExactly("log.exported | XES, " + key + ", all there is | Monday’s meeting");
        as(a, Role.EXECUTIVE, Role.LEAD);
        assertThat(xes().split("<trace>", -1)).hasSize(3);
        assertThat(xes()).doesNotContain("Agent " + key);
    }

    @Test
    void a_lead_gets_the_journeys_that_the_own_department_took_part_in() throws IOException {
        as(a, Role.LEAD);
        String xes = xes();
        assertThat(xes.split("<trace>", -1)).hasSize(2);
        assertThat(xes)
                .contains("Agent " + key)
                .contains("baton:case")
                .doesNotContain("wilhelmina")
                .doesNotContain("words nobody");
        as(null, Role.LEAD);
        assertThat(xes()).doesNotContain("<trace>");
    }

    @Test
    void nobody_else_gets_the_log() {
        for (Role role : List.of(Role.AGENT, Role.MARKETER, Role.STEWARD, Role.ADMIN)) {
            as(a, role);
            assertThatThrownBy(this::xes).as("%s", role).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(deeds()).isEmpty();
    }

    @Test
    void without_a_reason_there_is_no_export() {
        as(null, Role.EXECUTIVE);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> lanes.csv(filter, " x ", Locale.ENGLISH, out)).isInstanceOf(ExportReasonMissing.class);
        assertThatThrownBy(() -> log.xes(null, null, "", Locale.ENGLISH, () -> out))
                .isInstanceOf(ExportReasonMissing.class);
        assertThat(out.size()).isZero();
        assertThat(deeds()).isEmpty();
    }

    private ResponseEntity<byte[]> get(String query, ApiScope scope) {
        as(null, Role.ADMIN);
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        "Authorization",
                        "Bearer " + tokens.issue(key, Set.of(scope)).secret())
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build()
                .get()
                .uri("/api/v1/log.xes.gz?" + query)
                .retrieve()
                .toEntity(byte[].class);
    }

    @Test
    void a_token_needs_the_scope_and_is_told_what_is_wrong() {
        var answer = get("journeyType=" + key + "&reason=nightly+mining", ApiScope.HANDOFFS_READ);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/gzip");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'log.exported' AND subject = ?"
                                + " AND reason = 'nightly mining'")
                        .param("XES, " + key + ", all there is")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(get("journeyType=" + key, ApiScope.INTAKE_WRITE)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        for (String wrong :
                List.of("journeyType=none-" + key, "from=2026-02-02&to=2026-02-01", "from=soon", "reason=x")) {
            assertThat(get(wrong, ApiScope.HANDOFFS_READ).getStatusCode().value())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
