package nl.baton.demo;

import java.time.Duration;
import java.util.List;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.NewJourneyType;
import nl.baton.journey.NewJourneyType.PlannedPass;

/** What customers come to Zonnewind for, how often, in which months, and how such a journey runs. */
enum JourneyKind {
    HEAT_PUMP(
            "hybride-warmtepomp",
            "Hybride warmtepomp",
            "HW",
            7,
            295,
            "9 9 11 10 8 7 5 6 10 12 11 7",
            new InstallationStory()),
    SOLAR("zonnepanelen", "Zonnepanelen", "ZP", 7, 260, "6 8 12 13 13 11 8 7 8 7 5 4", new InstallationStory()),
    BATTERY("thuisbatterij", "Thuisbatterij", "TB", 7, 175, "7 7 9 9 9 8 7 7 9 10 10 8", new InstallationStory()),
    CHARGER("laadpaal", "Laadpaal", "LP", 7, 130, "9 8 9 8 8 8 7 7 9 9 9 9", new InstallationStory()),
    FAULT("storing", "Storing", "ST", 2, 920, "15 14 9 6 5 4 4 4 5 9 12 14", new FaultStory()),
    MAINTENANCE(
            "onderhoud", "Jaarlijks onderhoud", "OH", 14, 640, "6 6 8 9 10 10 7 8 12 11 8 5", new MaintenanceStory()),
    INVOICE("factuurvraag", "Factuurvraag", "FV", 3, 1170, "14 12 9 8 7 7 6 6 8 8 8 8", new InvoiceStory()),
    ARREARS(
            "betalingsachterstand",
            "Betalingsachterstand",
            "BA",
            14,
            610,
            "11 12 11 8 7 7 7 7 8 8 8 7",
            new ArrearsStory()),
    MOVE("verhuizing", "Verhuizing", "VH", 5, 530, "7 6 7 8 9 11 13 12 9 8 6 5", new MoveStory()),
    COMPLAINT("klacht", "Klacht", "KL", 5, 420, "11 10 9 8 7 7 7 7 8 8 9 9", new ComplaintStory()),
    RENEWAL("contractverlenging", "Contractverlenging", "CV", 7, 850, "8 8 9 9 8 7 6 7 10 11 10 7", new RenewalStory()),
    SWITCH("overstappen", "Overstappen", "OV", 5, 0, "1 1 1 1 1 1 1 1 1 1 1 1", new SwitchStory()),
    QUESTION("vraag", "Vraag", "VR", 2, 1500, "11 9 8 8 8 8 7 7 8 9 9 8", new QuestionStory()),
    METER("meterstand", "Meterstand", "MS", 14, 800, "14 6 6 6 6 12 10 6 6 8 9 11", new MeterStory());

    /** The goal of a kind of journey, told from its first touchpoint to its last. */
    interface Storyline {
        void tell(Story story);
    }

    private final String code;
    private final String title;
    private final String prefix;
    private final int rhythmInDays;
    private final int journeys;
    private final String months;
    private final Storyline storyline;

    JourneyKind(
            String code,
            String title,
            String prefix,
            int rhythmInDays,
            int journeys,
            String months,
            Storyline storyline) {
        this.code = code;
        this.title = title;
        this.prefix = prefix;
        this.rhythmInDays = rhythmInDays;
        this.journeys = journeys;
        this.months = months;
        this.storyline = storyline;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** What its case numbers begin with. */
    String prefix() {
        return prefix;
    }

    /** How many there are; those that overstappen are as many as the company has new customers. */
    int journeys() {
        return journeys;
    }

    /** The weight of each month, from January. */
    String months() {
        return months;
    }

    Storyline storyline() {
        return storyline;
    }

    boolean isInstallation() {
        return this == HEAT_PUMP || this == SOLAR || this == BATTERY || this == CHARGER;
    }

    NewJourneyType definition() {
        return new NewJourneyType(
                code,
                title,
                Duration.ofDays(rhythmInDays),
                plannedPasses(),
                isInstallation() ? STAGES : List.of(),
                JourneyType.USUAL_CONTACT_GAP);
    }

    /** From the offer to the bill; a day of Beheer's is eight and a half hours. */
    private static final List<NewJourneyType.Stage> STAGES = List.of(
            stage(Desk.VERKOOP, Duration.ofDays(90), Clock.CALENDAR),
            stage(Desk.PLANNING, Duration.ofDays(45), Clock.CALENDAR),
            stage(Desk.BEHEER, Duration.ofHours(17), Clock.BUSINESS),
            stage(Desk.INSTALLATIE, Duration.ofDays(75), Clock.CALENDAR),
            stage(Desk.FACTURATIE, Duration.ofDays(45), Clock.CALENDAR));

    private static NewJourneyType.Stage stage(Desk desk, Duration promised, Clock clock) {
        return new NewJourneyType.Stage(desk.code(), promised, clock);
    }

    /** Passes that belong to the plan even when they bring the baton back: a second visit, a call afterwards. */
    private List<PlannedPass> plannedPasses() {
        return switch (this) {
            case HEAT_PUMP, SOLAR, BATTERY, CHARGER -> List.of(planned(Desk.PLANNING, Desk.INSTALLATIE));
            case FAULT ->
                List.of(planned(Desk.PLANNING, Desk.INSTALLATIE), planned(Desk.INSTALLATIE, Desk.KLANTENSERVICE));
            case MOVE -> List.of(planned(Desk.FACTURATIE, Desk.KLANTENSERVICE));
            default -> List.of();
        };
    }

    private static PlannedPass planned(Desk from, Desk to) {
        return new PlannedPass(from.code(), to.code());
    }
}
