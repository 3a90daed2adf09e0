package nl.baton.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import nl.baton.department.NewDepartment;
import nl.baton.department.OpeningHours;

/** The departments of Zonnewind. Their order hands out the colours, so that the pictures and the product agree. */
enum Desk {
    MARKETING("Marketing", Desk.OFFICE, "Campagnes", "Online"),
    VERKOOP("Verkoop", Desk.OFFICE, "Warmte", "Zon en opslag", "Contracten"),
    PLANNING("Planning", Desk.OFFICE, "Planning Noord", "Planning Zuid", "Planning Service"),
    INSTALLATIE("Installatie", "Mo-Fr 07:30-16:30", "Warmtepompen", "Zon en elektra", "Storingsdienst"),
    KLANTENSERVICE("Klantenservice", "Mo-Fr 08:00-20:00; Sa 09:00-13:00", "Telefoon", "Chat en mail", "Klachten"),
    FACTURATIE("Facturatie", Desk.OFFICE, "Facturen", "Correcties"),
    INCASSO("Incasso", Desk.OFFICE, "Herinneringen", "Regelingen"),
    BEHEER("Beheer", Desk.OFFICE, "Aansluitingen", "Contracten", "Subsidies");

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String OFFICE = "Mo-Fr 08:30-17:00";

    private final String title;
    private final String openingHours;
    private final List<String> teams;
    private final OpeningHours hours;

    Desk(String title, String openingHours, String... teams) {
        this.title = title;
        this.openingHours = openingHours;
        this.teams = List.of(teams);
        // the constant ZONE is not there yet while the enum is being built
        this.hours = OpeningHours.parse(openingHours, ZoneId.of("Europe/Amsterdam"));
    }

    String title() {
        return title;
    }

    List<String> teams() {
        return teams;
    }

    OpeningHours hours() {
        return hours;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    NewDepartment definition() {
        return new NewDepartment(code(), title, teams, null, openingHours);
    }

    /** Who would take this on: a team by its trade, or one of those that share the work. */
    String team(JourneyKind kind, RandomGenerator random) {
        return switch (this) {
            case VERKOOP -> teams.get(kind == JourneyKind.HEAT_PUMP ? 0 : kind.isInstallation() ? 1 : 2);
            case PLANNING -> teams.get(kind.isInstallation() ? random.nextInt(2) : 2);
            case INSTALLATIE ->
                teams.get(
                        kind == JourneyKind.HEAT_PUMP || kind == JourneyKind.MAINTENANCE
                                ? 0
                                : kind.isInstallation() ? 1 : 2);
            case KLANTENSERVICE -> teams.get(kind == JourneyKind.COMPLAINT ? 2 : random.nextInt(2));
            case FACTURATIE -> teams.get(kind == JourneyKind.INVOICE ? random.nextInt(2) : 0);
            case BEHEER ->
                teams.get(
                        kind.isInstallation()
                                ? 2 * random.nextInt(2)
                                : kind == JourneyKind.RENEWAL || kind == JourneyKind.SWITCH ? 1 : 0);
            case MARKETING, INCASSO -> teams.get(random.nextInt(teams.size()));
        };
    }
}
