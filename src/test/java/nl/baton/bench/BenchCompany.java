package nl.baton.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.baton.journey.Direction;
import nl.baton.journey.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A company that never was: twelve departments with forty teams, six kinds of journeys with a few usual routes each. All
 * that happens in it follows from a seed.
 */
final class BenchCompany {

    static final List<String> DEPARTMENTS = List.of(
            "Klantenservice",
            "Verkoop",
            "Planning",
            "Installatie",
            "Facturatie",
            "Incasso",
            "Meterbeheer",
            "Techniek",
            "Logistiek",
            "Klachten",
            "Contractbeheer",
            "Datakwaliteit");
    static final List<String> TYPES = List.of("order", "move", "complaint", "fault", "invoice", "switch");

    /** Of all departments. */
    static final String HOURS = "Mo-Fr 08:00-18:00";

    static final String HOLIDAYS = "NL";

    /** No journey lasts longer. */
    static final Duration LONGEST = Duration.ofDays(13);

    private static final List<String> TEAM_NAMES = List.of("Noord", "Zuid", "Oost", "West");
    private static final List<String> CHANNELS = List.of("phone", "email", "chat", "letter", "visit");
    private static final List<String> ACTIVITIES = List.of(
            "Aangenomen", "Beoordeeld", "Ingepland", "Teruggebeld", "Uitgevoerd", "Gecontroleerd", "Bijgewerkt");
    private static final List<String> TOPICS =
            List.of("verhuizing", "meterstand", "termijnbedrag", "storing", "opzegging", "zonnepanelen", "betaling");
    private static final List<String> SENTENCES = List.of(
            "De klant vraagt wanneer de monteur komt en wil graag een bevestiging per e-mail ontvangen.",
            "Gegevens nagelopen en aangevuld; wacht op antwoord van de collega die dit eerder in behandeling had.",
            "Afspraak verzet naar volgende week omdat het materiaal nog niet op voorraad is in het magazijn.",
            "Teruggebeld en uitgelegd hoe de jaarafrekening is opgebouwd, de klant is het er niet mee eens.",
            "Opdracht overgenomen, de meterstand klopt niet met de vorige opname en moet worden nagekeken.",
            "Alles is volgens de werkbon uitgevoerd, de klant heeft getekend en krijgt de factuur per post.");

    private static final int ROUTES_PER_TYPE = 5;
    private static final double EXPLICIT = 0.3;

    private final int[][][] routes;

    /** The teams of each department, three or four. */
    private final int[] teams;

    BenchCompany() {
        var random = new Random(7);
        routes = new int[TYPES.size()][ROUTES_PER_TYPE][];
        for (int[][] ofType : routes) {
            for (int i = 0; i < ROUTES_PER_TYPE; i++) {
                ofType[i] = random.ints(0, DEPARTMENTS.size())
                        .distinct()
                        .limit(4 + random.nextInt(3))
                        .toArray();
            }
        }
        teams = new int[DEPARTMENTS.size()];
        for (int i = 0; i < teams.length; i++) {
            teams[i] = i % 3 == 0 ? 4 : 3;
        }
    }

    List<String> teamsOf(int department) {
        return TEAM_NAMES.subList(0, teams[department]);
    }

    /** @param handedTo the department that it is handed to in so many words; -1 for none */
    record Step(
            Instant at,
            Instant endedAt,
            int department,
            int team,
            String agent,
            Direction direction,
            @Nullable String channel,
            String activity,
            String topic,
            String text,
            @Nullable Outcome outcome,
            int handedTo) {}

    int type(Random random) {
        return random.nextInt(TYPES.size());
    }

    /** Five to eight touchpoints over four to six departments, the first at {@code opened}; all end within {@link #LONGEST}. */
    List<Step> journey(Random random, int type, Instant opened) {
        List<Integer> legs = legs(random, type);
        int touchpoints = Math.max(legs.size(), 5 + random.nextInt(4));
        int[] inLeg = new int[legs.size()];
        for (int i = 0; i < touchpoints; i++) {
            inLeg[i < legs.size() ? i : random.nextInt(legs.size())]++;
        }
        String topic = pick(TOPICS, random);
        var steps = new ArrayList<Step>(touchpoints);
        Instant at = opened;
        Instant last = opened.plus(LONGEST).minus(Duration.ofHours(1));
        boolean resolved = random.nextInt(10) > 0;
        for (int leg = 0; leg < legs.size(); leg++) {
            int department = legs.get(leg);
            int team = random.nextInt(teams[department]);
            boolean lastLeg = leg == legs.size() - 1;
            for (int n = 0; n < inLeg[leg]; n++) {
                boolean passing = n == inLeg[leg] - 1;
                Instant ended = earlier(at.plus(Duration.ofSeconds(60 + random.nextInt(1_740))), last);
                int kind = leg == 0 && n == 0 ? 0 : random.nextInt(4);
                Outcome outcome = !passing
                        ? null
                        : lastLeg ? (resolved ? Outcome.RESOLVED : null) : random.nextBoolean() ? Outcome.DONE : null;
                steps.add(new Step(
                        at,
                        ended,
                        department,
                        team,
                        "agent-" + (department * 40 + team * 10 + random.nextInt(10)),
                        kind == 0 ? Direction.INBOUND : kind == 1 ? Direction.OUTBOUND : Direction.INTERNAL,
                        kind > 1 ? null : pick(CHANNELS, random),
                        pick(ACTIVITIES, random),
                        topic,
                        pick(SENTENCES, random),
                        outcome,
                        passing && !lastLeg && random.nextDouble() < EXPLICIT ? legs.get(leg + 1) : -1));
                at = earlier(ended.plus(passing ? wait(random) : Duration.ofSeconds(random.nextInt(7_200))), last);
            }
        }
        return steps;
    }

    /** The usual route; now and then somebody sends it straight back first. */
    private List<Integer> legs(Random random, int type) {
        int[] route = routes[type][random.nextInt(ROUTES_PER_TYPE)];
        var legs = new ArrayList<Integer>(route.length + 2);
        for (int department : route) {
            legs.add(department);
        }
        if (legs.size() < 6 && random.nextInt(5) == 0) {
            int place = 1 + random.nextInt(legs.size() - 1);
            legs.add(place + 1, legs.get(place - 1));
            legs.add(place + 2, legs.get(place));
        }
        return legs;
    }

    /** Mostly hours, sometimes days. */
    private static Duration wait(Random random) {
        return Duration.ofSeconds((long) (-Math.log(1 - random.nextDouble()) * 30_000));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
