package nl.baton.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The people who work at Zonnewind, all invented: six a team. */
final class Staff {

    /** The demo account of this name answers the phone, so she finds her own work in the story. */
    static final String SAMIRA = "Samira Haddad";

    private static final int TEAM_SIZE = 6;

    private final Map<String, List<String>> byTeam = new HashMap<>();

    Staff(Names names, RandomGenerator random) {
        for (Desk desk : Desk.values()) {
            for (String team : desk.teams()) {
                var people = new ArrayList<String>();
                for (int i = 0; i < TEAM_SIZE; i++) {
                    people.add(names.person(random).full());
                }
                if (desk == Desk.KLANTENSERVICE && team.equals("Telefoon")) {
                    people.set(0, SAMIRA);
                }
                byTeam.put(key(desk, team), people);
            }
        }
    }

    String of(Desk desk, String team, RandomGenerator random) {
        List<String> people = Objects.requireNonNull(byTeam.get(key(desk, team)), team);
        return people.get(random.nextInt(people.size()));
    }

    private static String key(Desk desk, String team) {
        return desk.name() + '/' + team;
    }
}
