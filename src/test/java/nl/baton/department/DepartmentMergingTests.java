package nl.baton.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.baton.BatonTest;
import nl.baton.base.Ids;
import nl.baton.department.DepartmentRefused.Reason;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;

@BatonTest
class DepartmentMergingTests {

    @Autowired
    private DepartmentAdministration administration;

    @Autowired
    private Departments departments;

    @Autowired
    private DepartmentTable table;

    @Autowired
    private Ids ids;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private CurrentUserProvider users;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private Unit sales;
    private Unit salesNorth;
    private Unit verkoop;
    private Unit verkoopNorth;
    private Unit verkoopSouth;

    @BeforeEach
    void twoSpellings() {
        sales = unit("sales", "");
        salesNorth = unit("sales", "north");
        verkoop = unit("verkoop", "");
        verkoopNorth = unit("verkoop", "north");
        verkoopSouth = unit("verkoop", "south");
        as(Role.ADMIN);
    }

    @AfterEach
    void forgetWhoIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_020, "tester", Set.of(role), null));
    }

    private Unit unit(String department, String team) {
        UnitName name = new UnitName(department + " " + key, team);
        return SystemWork.call(() -> departments.resolve(List.of(name))).get(name);
    }

    private DepartmentCard card(String department) {
        return administration.find(department + " " + key).orElseThrow();
    }

    private Reason refusal(Runnable change) {
        try {
            change.run();
        } catch (DepartmentRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("Nothing was refused");
    }

    @Test
    void a_merged_department_and_its_teams_are_read_as_the_survivors() {
        administration.merge(verkoop.departmentId(), sales.departmentId());

        Survivors survivors = departments.survivors();
        assertThat(survivors.department(verkoop.departmentId())).isEqualTo(sales.departmentId());
        assertThat(survivors.department(sales.departmentId())).isEqualTo(sales.departmentId());
        assertThat(survivors.team(verkoopNorth.teamId())).isEqualTo(salesNorth.teamId());
        assertThat(survivors.team(verkoop.teamId())).isEqualTo(sales.teamId());
        assertThat(survivors.team(verkoopSouth.teamId())).isEqualTo(verkoopSouth.teamId());
        assertThat(survivors.readAs(verkoop.departmentId()))
                .containsExactlyInAnyOrder(sales.departmentId(), verkoop.departmentId());
        assertThat(departments.all()).extracting(Department::id).doesNotContain(verkoop.departmentId());
        assertThat(departments.teams())
                .filteredOn(team -> team.departmentId() == sales.departmentId())
                .extracting(Team::id)
                .containsExactlyInAnyOrder(sales.teamId(), salesNorth.teamId(), verkoopSouth.teamId());
        assertThat(departments.hours()).containsKeys(sales.departmentId(), verkoop.departmentId());
        assertThat(card("sales").teams()).containsExactly("north", "south");
        assertThat(card("sales").merged()).extracting("code").containsExactly("verkoop " + key);
    }

    @Test
    void what_a_source_says_is_stored_as_before_so_that_parting_is_exact() {
        List<DepartmentTable.TeamRow> teams = table.teams();
        List<DepartmentTable.Row> rows = table.all();
        administration.merge(verkoop.departmentId(), sales.departmentId());
        assertThat(unit("verkoop", "north")).isEqualTo(verkoopNorth);

        administration.part(verkoop.departmentId());

        assertThat(table.teams()).isEqualTo(teams);
        assertThat(table.all()).isEqualTo(rows);
        assertThat(departments.survivors().department(verkoop.departmentId())).isEqualTo(verkoop.departmentId());
    }

    @Test
    void a_team_that_is_named_after_the_merging_finds_its_place() {
        administration.merge(verkoop.departmentId(), sales.departmentId());

        Unit salesSouth = unit("sales", "south");
        Unit verkoopWest = unit("verkoop", "west");

        assertThat(departments.survivors().team(salesSouth.teamId())).isEqualTo(verkoopSouth.teamId());
        assertThat(departments.survivors().team(verkoopWest.teamId())).isEqualTo(verkoopWest.teamId());
        administration.part(verkoop.departmentId());
        assertThat(departments.survivors().team(salesSouth.teamId())).isEqualTo(salesSouth.teamId());
    }

    @Test
    void a_third_spelling_keeps_its_teams_when_the_second_leaves() {
        Unit venteSouth = unit("vente", "south");
        administration.merge(verkoop.departmentId(), sales.departmentId());
        administration.merge(venteSouth.departmentId(), sales.departmentId());
        assertThat(departments.survivors().team(venteSouth.teamId())).isEqualTo(verkoopSouth.teamId());

        administration.part(verkoop.departmentId());

        assertThat(departments.survivors().team(venteSouth.teamId())).isEqualTo(venteSouth.teamId());
        assertThat(departments.teams())
                .filteredOn(team -> team.id() == venteSouth.teamId())
                .extracting(Team::departmentId)
                .containsExactly(sales.departmentId());
    }

    @Test
    void circles_and_chains_are_refused() {
        Unit vente = unit("vente", "");
        long a = sales.departmentId();
        long b = verkoop.departmentId();
        long c = vente.departmentId();
        assertThat(refusal(() -> administration.merge(a, a))).isEqualTo(Reason.MERGE_ITSELF);
        assertThat(refusal(() -> administration.merge(a, 999_999_999L))).isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(() -> administration.part(a))).isEqualTo(Reason.NOT_MERGED);
        administration.merge(b, a);

        assertThat(refusal(() -> administration.merge(b, c))).isEqualTo(Reason.MERGE_MERGED);
        assertThat(refusal(() -> administration.merge(a, b))).isEqualTo(Reason.MERGE_INTO_MERGED);
        assertThat(refusal(() -> administration.merge(a, c))).isEqualTo(Reason.MERGE_HAS_MERGED);
        assertThat(refusal(() -> administration.merge(c, b))).isEqualTo(Reason.MERGE_INTO_MERGED);
    }

    @Test
    void who_was_at_home_in_the_merged_department_is_at_home_in_the_survivor() {
        var lead = SignedInAs.Factory.context(9_000_021, "lead", Set.of(Role.LEAD), verkoop.departmentId());
        administration.merge(verkoop.departmentId(), sales.departmentId());

        SecurityContextHolder.setContext(lead);
        assertThat(users.get().homeDepartment()).contains(sales.departmentId());
        as(Role.ADMIN);
        administration.part(verkoop.departmentId());
        SecurityContextHolder.setContext(lead);
        assertThat(users.get().homeDepartment()).contains(verkoop.departmentId());
    }

    @Test
    void what_a_name_once_meant_it_means_for_ever() {
        administration.define(new NewDepartment("sales " + key, "Sales team " + key, List.of(), null, null));
        administration.define(new NewDepartment("sales " + key, "Sales crew " + key, List.of(), null, null));

        UnitRegister otherNode = new UnitRegister(table, ids, transactions);
        for (String name : List.of("sales ", "Sales team ", "Sales crew ")) {
            assertThat(otherNode.unit(UnitName.of(name + key, null))).isEqualTo(sales);
        }
        assertThat(refusal(() -> administration.define(
                        new NewDepartment("verkoop " + key, "Sales team " + key, List.of(), null, null))))
                .isEqualTo(Reason.NAME_TAKEN);
        assertThat(refusal(() -> administration.define(
                        new NewDepartment("Sales team " + key, "New " + key, List.of(), null, null))))
                .isEqualTo(Reason.CODE_SPELLING);
    }

    @Test
    void nodes_that_learn_the_same_names_at_once_agree_and_give_no_colour_twice() throws Exception {
        var nodes = new ArrayList<UnitRegister>();
        for (int i = 0; i < 4; i++) {
            nodes.add(new UnitRegister(table, ids, transactions));
        }
        var work = new ArrayList<Callable<List<Unit>>>();
        for (UnitRegister node : nodes) {
            work.add(() -> {
                var units = new ArrayList<Unit>();
                for (int n = 0; n < 12; n++) {
                    units.add(node.unit(new UnitName("dept " + n + " " + key, "team")));
                }
                return units;
            });
        }
        var answers = new HashSet<List<Unit>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Unit>> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) - COUNT(DISTINCT slot) FROM department")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_change_is_written_down_and_only_an_administrator_makes_one() {
        administration.define(new NewDepartment(
                "sales " + key, "Sales", List.of("east"), "Europe/Brussels", "Mo-Fr 09:00-17:00", "BE"));
        administration.merge(verkoop.departmentId(), sales.departmentId());
        administration.part(verkoop.departmentId());

        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject LIKE ? ORDER BY id")
                        .param("%" + key)
                        .query(String.class)
                        .list())
                .containsExactly("department.changed", "department.merged", "department.parted");
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                as(role);
                assertThatThrownBy(() -> administration.list()).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> administration.merge(1, 2)).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> administration.part(1)).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void a_definition_that_is_wrong_names_its_field() {
        assertThat(refusal(() -> define("", "n", null, null, null))).isEqualTo(Reason.CODE_EMPTY);
        assertThat(refusal(() -> define("c", " ", null, null, null))).isEqualTo(Reason.NAME_EMPTY);
        assertThat(refusal(() -> define("c", "n".repeat(121), null, null, null)))
                .isEqualTo(Reason.NAME_LONG);
        assertThat(refusal(() -> define("c", "n", "Europe/Utrecht", null, null)))
                .isEqualTo(Reason.ZONE_UNKNOWN);
        assertThat(refusal(() -> define("c", "n", null, "Mo-Fr nine to five", null)))
                .isEqualTo(Reason.HOURS_PART);
        assertThat(refusal(() -> define("c", "n", null, "Ma-Vr 09:00-17:00", null)))
                .isEqualTo(Reason.HOURS_DAY);
        assertThat(refusal(() -> define("c", "n", null, "Mo 17:00-09:00", null)))
                .isEqualTo(Reason.HOURS_ORDER);
        assertThat(refusal(() -> define("c", "n", null, null, "FR"))).isEqualTo(Reason.HOLIDAYS_UNKNOWN);
    }

    private void define(String code, String name, String zone, String hours, String holidays) {
        administration.define(new NewDepartment(code, name, List.of(), zone, hours, holidays));
    }
}
