package nl.baton.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.bench.BenchCompany.Step;
import nl.baton.department.Departments;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.NewDepartment;
import nl.baton.journey.Direction;
import nl.baton.journey.HandledBy;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Promised;
import nl.baton.journey.Purpose;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;
import nl.baton.journey.Touchpoint.Details;
import nl.baton.security.SystemWork;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty database with a company's history: so many months of journeys, as many a month in a short history as in
 * a long one, of customers with one or two journeys each on average, and of a few with thousands. Rows are loaded straight into the tables; what follows
 * from them is left to Baton.
 */
final class ScaleHistory {

    static final int TOUCHPOINTS_PER_MONTH = 166_667;

    private static final double TOUCHPOINTS_PER_JOURNEY = 6.6;
    private static final double JOURNEYS_PER_CUSTOMER = 1.5;

    /** Of a few customers, so many journeys each: some 5,000 and some 20,000 touchpoints. */
    private static final int[] LONG_HISTORIES = {760, 760, 760, 760, 3_030, 3_030};

    /** In one of so many journeys something is promised; in every second of these it is said what became of it. */
    private static final int ONE_PROMISE_IN = 40;

    private static final int JOURNEYS_AT_ONCE = 20_000;
    private static final int LOADERS = 3;
    private static final double DAYS_PER_MONTH = 365.25 / 12;

    private static final Map<String, String> COLUMNS = Map.of(
            "touchpoint",
            "id, case_id, source, external_id, file_position, started_at, ended_at, customer_id, department_id,"
                    + " team_id, agent, direction, channel, handled_by, answered, purpose, activity, topic, text,"
                    + " language, outcome, handed_to_department_id, arrived_at, via, details",
            "journey_case",
            "id, journey_type_id, source, case_number, contact, journey_id",
            "journey",
            "id, journey_type_id, source, case_number, customer_id, opened_at, last_at, closed_at, touchpoints,"
                    + " cases, several_customers");

    private final BenchMySql mysql;
    private final ApplicationContext baton;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final JsonMapper json;
    private final BenchCompany company = new BenchCompany();
    private final Random random = new Random(42);
    private final BulkLoad load = new BulkLoad(COLUMNS);
    private final Instant end;
    private final int months;
    private long touchpoints;

    /** @param end of the history, exclusive */
    ScaleHistory(BenchMySql mysql, ApplicationContext baton, int months, Instant end) {
        this.mysql = mysql;
        this.baton = baton;
        this.transaction = new TransactionTemplate(baton.getBean(PlatformTransactionManager.class));
        this.ids = baton.getBean(Ids.class);
        this.json = baton.getBean(JsonMapper.class);
        this.months = months;
        this.end = end;
    }

    private record Story(long journey, int type, long customer, List<Step> steps) {}

    private record Placed(Story story, Step step) {}

    void fill() throws SQLException, InterruptedException, ExecutionException {
        int journeys = (int) (months * (long) TOUCHPOINTS_PER_MONTH / TOUCHPOINTS_PER_JOURNEY);
        long begun = System.nanoTime();
        Unit[][] units = SystemWork.call(this::units);
        long[] types = SystemWork.call(() -> BenchCompany.TYPES.stream()
                .mapToLong(code -> baton.getBean(JourneyTypes.class).resolve(code))
                .toArray());
        long[] customers =
                new ScaleCustomers(mysql, baton, end).fill((int) Math.ceil(journeys / JOURNEYS_PER_CUSTOMER));
        Map<Integer, Integer> longHistories = longHistories(journeys);
        tell("%,d customers", customers.length, begun);
        Duration length = Duration.ofSeconds((long) (months * DAYS_PER_MONTH * 86_400));
        Instant first = end.minus(length);
        long span = length.minus(BenchCompany.LONGEST).toSeconds();
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<?>> loading = List.of();
            for (int from = 0; from < journeys; from += JOURNEYS_AT_ONCE) {
                int to = Math.min(journeys, from + JOURNEYS_AT_ONCE);
                long journey = ids.reserve("journey", to - from);
                var stories = new ArrayList<Story>();
                for (int i = from; i < to; i++) {
                    int type = company.type(random);
                    Instant opened = first.plusSeconds((long) ((double) i / journeys * span));
                    stories.add(new Story(
                            journey++,
                            type,
                            customers[longHistories.getOrDefault(i, random.nextInt(customers.length))],
                            company.journey(random, type, opened)));
                }
                write(stories, units, types);
                // one piece is loaded while the next is made
                for (Future<?> done : loading) {
                    done.get();
                }
                loading = load(loaders);
                if (from / JOURNEYS_AT_ONCE % 10 == 9) {
                    tell("%,d touchpoints", touchpoints, begun);
                }
            }
            for (Future<?> done : loading) {
                done.get();
            }
        }
        tell("%,d touchpoints", touchpoints, begun);
    }

    private static void tell(String what, long n, long begun) {
        ScaleNode.tell("       " + what + " after %.0f s", n, (System.nanoTime() - begun) / 1e9);
    }

    /** By department: its teams, and last itself without a team. */
    private Unit[][] units() {
        Departments departments = baton.getBean(Departments.class);
        transaction.executeWithoutResult(status -> departments.define(BenchCompany.DEPARTMENTS.stream()
                .map(name -> new NewDepartment(
                        name, name, List.of(), "Europe/Amsterdam", BenchCompany.HOURS, BenchCompany.HOLIDAYS))
                .toList()));
        var units = new Unit[BenchCompany.DEPARTMENTS.size()][];
        for (int i = 0; i < units.length; i++) {
            String name = BenchCompany.DEPARTMENTS.get(i);
            var names = new ArrayList<UnitName>();
            company.teamsOf(i).forEach(team -> names.add(UnitName.of(name, team)));
            names.add(UnitName.of(name, null));
            var found = departments.resolve(names);
            units[i] = names.stream().map(found::get).toArray(Unit[]::new);
        }
        return units;
    }

    /** By the place of a journey in the history whose it is, where it is one of those who have very many. */
    private static Map<Integer, Integer> longHistories(int journeys) {
        Map<Integer, Integer> owners = new HashMap<>();
        for (int customer = 0; customer < LONG_HISTORIES.length; customer++) {
            int many = Math.min(LONG_HISTORIES[customer], journeys / 10);
            for (int i = 0; i < many; i++) {
                int place = (int) ((i + 0.5) * journeys / many);
                while (owners.containsKey(place)) {
                    place = (place + 1) % journeys;
                }
                owners.put(place, customer);
            }
        }
        return owners;
    }

    /** Ids follow the clock, as they do when systems send what happens. */
    private void write(List<Story> stories, Unit[][] units, long[] types) {
        var placed = new ArrayList<Placed>();
        stories.forEach(story -> story.steps.forEach(step -> placed.add(new Placed(story, step))));
        placed.sort(Comparator.comparing(next -> next.step.at()));
        long id = ids.reserve("touchpoint", placed.size());
        Map<Long, List<Touchpoint>> byJourney = new HashMap<>();
        for (Placed next : placed) {
            Touchpoint touchpoint = touchpoint(id++, next, units, details(next));
            byJourney
                    .computeIfAbsent(next.story.journey, any -> new ArrayList<>())
                    .add(touchpoint);
            write(touchpoint);
        }
        touchpoints += placed.size();
        for (Story story : stories) {
            long type = types[story.type];
            List<Touchpoint> ordered = byJourney.get(story.journey).stream()
                    .sorted(Touchpoint.ORDER)
                    .toList();
            load.add("journey_case", story.journey, type, "tickets", "T" + story.journey, false, story.journey);
            Touchpoint last = ordered.getLast();
            load.add(
                    "journey",
                    story.journey,
                    type,
                    "tickets",
                    "T" + story.journey,
                    story.customer,
                    UtcTime.of(ordered.getFirst().at()),
                    UtcTime.of(last.at()),
                    UtcTime.ofNullable(last.outcome() != null && last.outcome().closes() ? last.end() : null),
                    ordered.size(),
                    1,
                    false);
        }
    }

    private static Details details(Placed placed) {
        Story story = placed.story;
        if (story.journey % ONE_PROMISE_IN != 0) {
            return Details.NONE;
        }
        String name = "b" + story.journey;
        Instant due = placed.step.at().plus(Duration.ofDays(3));
        if (placed.step == story.steps.getFirst()) {
            var promised = new Promised(name, "Terugbellen over de voortgang", null, due, true);
            return new Details(List.of(), List.of(), List.of(promised), List.of(), null);
        }
        if (placed.step == story.steps.getLast() && story.journey % (2 * ONE_PROMISE_IN) == 0) {
            var kept = new Settlement(name, Settlement.State.KEPT);
            return new Details(List.of(), List.of(), List.of(), List.of(kept), null);
        }
        return Details.NONE;
    }

    private static Touchpoint touchpoint(long id, Placed placed, Unit[][] units, Details details) {
        Step step = placed.step;
        Unit unit = units[step.department()][step.team()];
        boolean contact = step.direction() != Direction.INTERNAL;
        return new Touchpoint(
                id,
                placed.story.journey,
                "tickets",
                "t" + id,
                id % 500,
                step.at(),
                step.endedAt(),
                placed.story.customer,
                unit.departmentId(),
                unit.teamId(),
                step.agent(),
                step.direction(),
                step.channel(),
                contact ? HandledBy.STAFF : null,
                contact ? Boolean.TRUE : null,
                contact ? Purpose.SERVICE : null,
                step.activity(),
                step.topic(),
                step.text(),
                null,
                "nl",
                step.outcome(),
                null,
                step.handedTo() < 0 ? null : units[step.handedTo()][0].departmentId(),
                null,
                details);
    }

    private void write(Touchpoint touchpoint) {
        load.add(
                "touchpoint",
                touchpoint.id(),
                touchpoint.caseId(),
                touchpoint.source(),
                touchpoint.externalId(),
                touchpoint.position(),
                UtcTime.of(touchpoint.at()),
                UtcTime.of(touchpoint.end()),
                touchpoint.customerId(),
                touchpoint.departmentId(),
                touchpoint.teamId(),
                touchpoint.agent(),
                touchpoint.direction(),
                touchpoint.channel(),
                touchpoint.handledBy(),
                touchpoint.answered(),
                touchpoint.purpose(),
                touchpoint.activity(),
                touchpoint.topic(),
                touchpoint.text(),
                touchpoint.language(),
                touchpoint.outcome(),
                touchpoint.handedToDepartmentId(),
                UtcTime.of(touchpoint.end()),
                "API",
                touchpoint.details().equals(Details.NONE) ? null : json.writeValueAsString(touchpoint.details()));
    }

    private List<Future<?>> load(ExecutorService loaders) {
        var loading = new ArrayList<Future<?>>();
        load.take()
                .forEach((table, text) -> loading.add(loaders.submit(() -> {
                    try (Connection connection = mysql.connect("&allowLoadLocalInfile=true")) {
                        load.load(connection, table, text);
                        return null;
                    }
                })));
        return loading;
    }
}
