package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.CourseList.Kind;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewJourneyType;
import nl.baton.journey.NewJourneyType.Stage;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
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

/** The figures of a journey type, and the journeys behind each of them. */
@DatabaseTest
class JourneyCoursesTests {

    private static final Set<Role> READERS = EnumSet.of(Role.AGENT, Role.EXECUTIVE, Role.LEAD);

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Customers customers;

    @Autowired
    private Projection projection;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private JourneyCourses courses;

    @Autowired
    private CourseTimes times;

    @Autowired
    private CourseQuery query;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BatonProperties properties;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(40));
    private ZoneId zone;
    private long type;

    @BeforeEach
    void aTypeOfThreeStages() {
        zone = properties.zone();
        SystemWork.run(() -> {
            departments.resolve(
                    List.of(UnitName.of("A" + key, null), UnitName.of("B" + key, null), UnitName.of("C" + key, null)));
            customers.store(List.of(NewCustomer.of(key, "K-" + key, NewCustomer.Kind.PERSON, "Wilhelmina " + key)
                    .build()));
            define("ABC", Duration.ofDays(1));
            type = types.resolve(key);
        });
        become(Role.AGENT, null);
    }

    private void define(String stages, @Nullable Duration rhythm) {
        types.define(new NewJourneyType(
                key,
                "Reis " + key,
                rhythm,
                List.of(),
                stages.chars()
                        .mapToObj(letter ->
                                new Stage((char) letter + key, Duration.ofHours(4), JourneyType.Clock.CALENDAR))
                        .toList(),
                JourneyType.USUAL_CONTACT_GAP));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void become(Role role, @Nullable Long home) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_050, "x", Set.of(role), home));
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private NewTouchpoint.Builder step(String number, int n, double hour, @Nullable String department) {
        return NewTouchpoint.of(
                        key,
                        number + "-" + n,
                        new CaseKey(key, key, number),
                        start.plus(Duration.ofMinutes(Math.round(hour * 60))))
                .position(n)
                .customer(List.of(Identity.source("K-" + key)))
                .department(department == null ? null : department + key);
    }

    /** A touchpoint every two hours; the last one resolves the journey when the path ends in an exclamation mark. */
    private List<NewTouchpoint> going(String number, int day, String path) {
        var all = new ArrayList<NewTouchpoint>();
        String letters = path.replace("!", "");
        for (int i = 0; i < letters.length(); i++) {
            var step = step(number, i, day * 24 + 2.0 * i, letters.substring(i, i + 1));
            all.add((i + 1 == letters.length() && path.endsWith("!") ? step.outcome(Outcome.RESOLVED) : step).build());
        }
        return all;
    }

    private void store(List<NewTouchpoint> batch) {
        SystemWork.run(() -> {
            touchpoints.append(batch, Via.API);
            projection.projectAll(done -> {});
        });
    }

    private CourseFilter filter(@Nullable Period period, boolean own) {
        return new CourseFilter(type, period, own);
    }

    private CourseFigures figures() {
        return courses.figures(filter(null, false)).orElseThrow();
    }

    private Period days(int from, int to) {
        LocalDate first = start.atZone(zone).toLocalDate();
        return new Period(first.plusDays(from), first.plusDays(to));
    }

    private void someJourneys() {
        var all = new ArrayList<NewTouchpoint>();
        String[] paths = {"ABC!", "ABC!", "AABBC!", "AB!", "AC!", "ABA!", "XA!", "ABCA!", "A", "AB", "AX"};
        for (int i = 0; i < paths.length; i++) {
            all.addAll(going("c" + i, i, paths[i]));
        }
        all.add(step("nobody", 0, 1, null).build());
        store(all);
    }

    @Test
    void what_follows_and_what_leaves_is_counted_with_where_it_went() {
        someJourneys();
        CourseFigures figures = figures();

        assertThat(figures.journeys()).isEqualTo(11);
        assertThat(figures.open()).isEqualTo(3);
        assertThat(figures.withoutDepartment()).isEqualTo(1);
        assertThat(figures.follows()).isEqualTo(new CourseFigures.Share(5, 11));
        assertThat(figures.exits())
                .extracting(exit -> exit.after() + " "
                        + (exit.to() == null ? "-" : exit.to().name().charAt(0)) + " " + exit.journeys())
                .containsExactlyInAnyOrder("0 X 1", "1 C 1", "1 X 1", "2 - 1", "2 A 1", "3 A 1");
        assertThat(figures.stages()).extracting(StageFigures::reached).containsExactly(10L, 7L, 4L);
        assertThat(figures.stages()).extracting(StageFigures::here).containsExactly(1L, 1L, 0L);
        // of five legs in B that are over none lasted longer than two hours
        assertThat(figures.stages().get(1).overran()).isEqualTo(new CourseFigures.Share(0, 6));
        assertThat(figures.stages().get(1).waited().p50()).isEqualTo(7_200);
        assertThat(figures.stages().getFirst().used().p90()).isNotNull();
        assertThat(figures.lastClosed())
                .isEqualTo(start.plus(Duration.ofHours(7 * 24 + 6)).atZone(zone).toLocalDate());
    }

    @Test
    void every_figure_is_the_number_of_rows_of_its_list() {
        someJourneys();
        assertEveryFigureIsItsList(filter(null, false));
        become(Role.LEAD, department("C"));
        assertEveryFigureIsItsList(filter(null, true));
        assertThat(courses.figures(filter(null, true)).orElseThrow().journeys()).isEqualTo(5);

        // as it is with more departments than are named
        jdbc.sql("UPDATE journey_course SET departments = '*' WHERE journey_type_id = ? AND way <> 'NO_LEG'")
                .param(type)
                .update();
        assertThat(courses.journeys(filter(null, true), CourseList.of(Kind.ALL), 0, 20)
                        .total())
                .isEqualTo(5);
    }

    private void assertEveryFigureIsItsList(CourseFilter filter) {
        CourseFigures figures = courses.figures(filter).orElseThrow();
        assertList(filter, CourseList.of(Kind.ALL), figures.journeys());
        assertList(filter, CourseList.of(Kind.OPEN), figures.open());
        assertList(filter, CourseList.of(Kind.NO_LEG), figures.withoutDepartment());
        assertList(filter, CourseList.of(Kind.FOLLOW), figures.follows().count());
        assertList(
                filter,
                CourseList.of(Kind.LEAVE),
                figures.exits().stream().mapToLong(Exit::journeys).sum());
        assertList(filter, CourseList.of(Kind.ASKED), figures.spent().asked());
        assertThat(figures.spent().journeys()).isEqualTo(figures.journeys());
        for (Exit exit : figures.exits()) {
            assertList(
                    filter,
                    exit.to() == null
                            ? CourseList.of(Kind.STOPPED, exit.after())
                            : new CourseList(Kind.LEFT, exit.after(), exit.to().id()),
                    exit.journeys());
        }
        for (int i = 0; i < figures.stages().size(); i++) {
            StageFigures stage = figures.stages().get(i);
            assertList(filter, CourseList.of(Kind.REACHED, stage.place()), stage.reached());
            assertList(filter, CourseList.of(Kind.AT, stage.place()), stage.here());
            assertList(
                    filter,
                    CourseList.of(Kind.ENDED, stage.place()),
                    stage.overran().of());
            assertList(
                    filter,
                    CourseList.of(Kind.OVERRAN, stage.place()),
                    stage.overran().count());
            // who reached a stage goes on, is there still, leaves or ends; after the last one it is done
            if (i + 1 < figures.stages().size()) {
                assertThat(stage.reached())
                        .isEqualTo(figures.stages().get(i + 1).reached()
                                + stage.here()
                                + stage.exits().stream()
                                        .mapToLong(Exit::journeys)
                                        .sum());
            }
        }
    }

    private void assertList(CourseFilter filter, CourseList list, long expected) {
        Page<CourseEvidence> all = courses.journeys(filter, list, 0, 1_000);
        assertThat(all.total()).as(list.code()).isEqualTo(expected);
        assertThat(all.items().stream().map(row -> row.journey().id()).distinct())
                .as(list.code())
                .hasSize((int) expected);
    }

    @Test
    void a_closed_journey_counts_on_the_day_it_closed_and_an_open_one_today() {
        someJourneys();
        LocalDate today = Instant.now().atZone(zone).toLocalDate();

        assertThat(courses.figures(filter(days(0, 0), false)).orElseThrow().journeys())
                .isEqualTo(1);
        assertThat(courses.figures(filter(days(0, 2), false)).orElseThrow().follows())
                .isEqualTo(new CourseFigures.Share(3, 3));
        CourseFigures now =
                courses.figures(filter(new Period(today, today), false)).orElseThrow();
        assertThat(now.journeys()).isEqualTo(3);
        assertThat(now.open()).isEqualTo(3);
        assertEveryFigureIsItsList(filter(days(0, 2), false));
        assertEveryFigureIsItsList(filter(new Period(today, today), false));
    }

    @Test
    void time_is_in_legs_or_in_waits_and_silence_beside_it() {
        store(List.of(
                step("1", 0, 0, "A").direction(Direction.INBOUND).build(),
                // four hours with A, six until B begins, two with B
                step("1", 1, 4, "A").handedTo(new HandedTo("B" + key, null)).build(),
                step("1", 2, 10, "B").build(),
                step("1", 3, 12, "B").outcome(Outcome.RESOLVED).build(),
                // asked at 0, nothing heard in the two days until it closed
                step("2", 0, 0, "A").direction(Direction.INBOUND).build(),
                step("2", 1, 48, "A").outcome(Outcome.RESOLVED).build()));
        CourseFigures.Spent spent = figures().spent();

        assertThat(spent.journeys()).isEqualTo(2);
        assertThat(spent.hours()).isEqualTo(60);
        assertThat(spent.waits().share()).isEqualTo(0.1);
        assertThat(spent.legs().share()).isEqualTo(0.9);
        assertThat(spent.asked()).isEqualTo(2);
        assertThat(spent.silence().share()).isEqualTo(0.8);
        assertThat(spent.silence().low()).isLessThan(spent.silence().share());
    }

    @Test
    void an_open_journey_goes_on_until_now_and_one_of_which_nobody_says_how_it_ends_does_not() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        store(List.of(
                NewTouchpoint.of(key, "w", new CaseKey(key, key, "w"), now.minus(Duration.ofHours(20)))
                        .department("A" + key)
                        .direction(Direction.INBOUND)
                        .build(),
                NewTouchpoint.of(key, "v", new CaseKey(key, key, "w"), now.minus(Duration.ofHours(10)))
                        .department("A" + key)
                        .handedTo(new HandedTo("B" + key, null))
                        .build(),
                step("quiet", 0, 0, "A").build(),
                step("quiet", 1, 2, "A").build()));
        CourseFigures.Spent spent = figures().spent();

        assertThat(spent.hours()).isBetween(21.9, 22.3);
        assertThat(spent.waits().share()).isBetween(0.44, 0.47);
    }

    @Test
    void another_plan_gives_other_figures_for_the_same_journeys() {
        someJourneys();
        SystemWork.run(() -> {
            define("AC", null);
            projection.projectAll(done -> {});
        });
        CourseFigures figures = figures();

        assertThat(figures.journeys()).isEqualTo(11);
        assertThat(figures.follows().count()).isEqualTo(2);
        assertThat(figures.stages()).hasSize(2);
        assertThat(figures.spent().silence()).isNull();
        assertEveryFigureIsItsList(filter(null, false));
    }

    @Test
    void nothing_depends_on_the_order_of_arrival_and_a_rebuild_changes_nothing() {
        Random random = new Random(5);
        var all = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 300; i++) {
            var step = step("r" + random.nextInt(40), i, random.nextInt(600), "ABCX".charAt(random.nextInt(4)) + "")
                    .direction(Direction.values()[random.nextInt(3)]);
            if (random.nextInt(6) == 0) {
                step.outcome(Outcome.values()[random.nextInt(5)]);
            }
            if (random.nextInt(5) == 0) {
                step.handedTo(new HandedTo("B" + key, null));
            }
            all.add(step.build());
        }
        store(all);
        String inOrder = rows();
        assertEveryFigureIsItsList(filter(null, false));

        // moved to another journey, and brought back in another order
        List<NewTouchpoint> some = new ArrayList<>(
                all.stream().filter(each -> random.nextInt(3) == 0).toList());
        store(some.stream()
                .map(each -> NewTouchpoint.of(key, each.externalId(), new CaseKey(key, key, "elsewhere"), each.at())
                        .department("X" + key)
                        .build())
                .toList());
        assertThat(rows()).isNotEqualTo(inOrder);
        Collections.shuffle(some, random);
        store(some);
        assertThat(rows()).isEqualTo(inOrder);

        assertThat(SystemWork.call(rebuild::request)).isTrue();
        for (int i = 0; i < 3_000 && SystemWork.call(rebuild::underWay).isPresent(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(rows()).isEqualTo(inOrder);
    }

    private String rows() {
        var rows = new TreeSet<String>();
        for (String table : List.of("journey_course", "course_stage")) {
            jdbc.sql("SELECT t.* FROM " + table + " t JOIN figures_generation g ON g.generation = t.generation"
                            + " AND g.state = 'LIVE' WHERE t.journey_type_id = ?")
                    .param(type)
                    .query()
                    .listOfRows()
                    .forEach(row -> {
                        Map<String, Object> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                        columns.putAll(row);
                        columns.remove("generation");
                        rows.add(table + columns);
                    });
        }
        return String.join("\n", rows);
    }

    @Test
    void buckets_hold_the_same_times_within_one_percent() {
        someJourneys();
        CourseQuery.Reading reading = query.read(type, null, null, Instant.now());
        var used = times.buckets(reading, true);
        figures().stages().forEach(stage -> {
            var buckets = used.get(stage.place() - 1);
            assertThat(buckets.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(stage.overran().of());
            Waits read = Waits.fromBuckets(buckets, 0);
            assertThat(read.p50()).isCloseTo(stage.used().p50(), org.assertj.core.data.Percentage.withPercentage(1.01));
        });
        assertThat(times.legCounts(reading)).allSatisfy((stage, counts) -> {
            CourseFigures.Share overran = figures().stages().get(stage).overran();
            assertThat(counts).containsExactly(overran.of(), overran.count());
        });
        assertThat(times.buckets(reading, false).get(1).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(figures().stages().get(1).reached());
    }

    @Test
    void the_list_of_types_says_the_same_as_each_of_them() {
        someJourneys();
        TypeCourses one = courses.overview(null, false).stream()
                .filter(each -> each.type().code().equals(key))
                .findFirst()
                .orElseThrow();
        CourseFigures figures = figures();

        assertThat(one.journeys()).isEqualTo(figures.journeys());
        assertThat(one.open()).isEqualTo(figures.open());
        assertThat(one.follows()).isEqualTo(figures.follows());
        assertThat(one.exit()).isEqualTo(figures.exits().getFirst());
    }

    @Test
    void figures_are_for_agents_executives_and_leads_alone() {
        someJourneys();
        for (Role role : Role.values()) {
            become(role, department("C"));
            if (READERS.contains(role)) {
                assertThat(figures().journeys()).as(role.name()).isEqualTo(11);
                assertThat(courses.overview(null, false)).as(role.name()).isNotEmpty();
            } else {
                assertThatThrownBy(this::figures).as(role.name()).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> courses.overview(null, false)).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> courses.journeys(filter(null, false), CourseList.of(Kind.ALL), 0, 10))
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void an_agent_opens_every_journey_an_executive_sees_no_names_and_a_lead_the_own_departments() {
        someJourneys();
        Page<CourseEvidence> agents = courses.journeys(filter(null, false), CourseList.of(Kind.ALL), 0, 4);
        assertThat(agents.total()).isEqualTo(11);
        assertThat(agents.items()).hasSize(4).allSatisfy(row -> {
            assertThat(row.customer().name()).isEqualTo("Wilhelmina " + key);
            assertThat(row.journey().caseNumber()).isNotEmpty();
        });
        assertThat(courses.leadsToJourneys(false)).isTrue();

        become(Role.EXECUTIVE, null);
        assertThat(courses.journeys(filter(null, false), CourseList.of(Kind.ALL), 0, 20)
                        .items())
                .hasSize(11)
                .allSatisfy(row -> {
                    assertThat(row.customer().name()).doesNotContain("ilhelmina");
                    assertThat(row.customer().number()).isEmpty();
                    assertThat(row.journey().caseNumber()).isEmpty();
                });

        become(Role.LEAD, department("C"));
        assertThat(courses.leadsToJourneys(false)).isFalse();
        assertThat(courses.leadsToJourneys(true)).isTrue();
        // also when it is asked for all
        assertThat(courses.journeys(filter(null, false), CourseList.of(Kind.ALL), 0, 20)
                        .total())
                .isEqualTo(5);
        become(Role.LEAD, null);
        assertThat(courses.journeys(filter(null, false), CourseList.of(Kind.ALL), 0, 20)
                        .total())
                .isZero();
    }
}
