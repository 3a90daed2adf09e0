package nl.baton.demo;

import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.MARKETING;
import static nl.baton.demo.Desk.PLANNING;
import static nl.baton.demo.Desk.VERKOOP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Outcome;
import nl.baton.journey.Promised;
import org.jspecify.annotations.Nullable;

/**
 * The journey that Baton was drawn with: thirty-two contacts, six departments, seven passes of which four are broken,
 * and nobody who has it now. Told by heart, in days before the present Monday.
 */
final class AnneliesStory {

    static final String CUSTOMER = "40213877";
    /** The first contact, in days before the present. */
    static final int BEGAN = 91;

    private static final int ORDER = 88412;
    private static final int VISITED = 40;
    private static final Map<Desk, String> TEAMS = Map.of(
            MARKETING, "Campagnes",
            VERKOOP, "Warmte",
            PLANNING, "Planning Noord",
            INSTALLATIE, "Warmtepompen",
            FACTURATIE, "Facturen",
            KLANTENSERVICE, "Telefoon");
    private static final Map<Desk, String> AGENTS = Map.of(
            MARKETING, "Noor Evers",
            VERKOOP, "Ruben Postma",
            PLANNING, "Tineke Boersma",
            INSTALLATIE, "Deniz Kaya",
            FACTURATIE, "Wim Scholten",
            KLANTENSERVICE, Staff.SAMIRA);

    private final Pen pen;
    private final LocalDate present;
    private @Nullable Desk desk;

    private AnneliesStory(Pen pen, LocalDate present) {
        this.pen = pen;
        this.present = present;
    }

    static NewCustomer annelies() {
        return NewCustomer.of(Zonnewind.SOURCE, CUSTOMER, NewCustomer.Kind.PERSON, "Annelies de Wit")
                .birthDate(LocalDate.of(1974, 9, 21))
                .address("Hamseweg 14", "3828 AD", "Amersfoort")
                .since(LocalDate.of(2016, 3, 14))
                .preferences(
                        List.of(wish(Preference.Kind.CHANNEL, "APP"), wish(Preference.Kind.HOURS, "Mo-Fr 17:00-21:00")))
                .identities(List.of(
                        new Identity(Identity.Kind.PHONE, "06 0842 0937", null),
                        new Identity(Identity.Kind.EMAIL, "annelies.dewit@voorbeeld.nl", null),
                        new Identity(Identity.Kind.LOYALTY, "ZP7000877", null)))
                .build();
    }

    private static Preference wish(Preference.Kind kind, String value) {
        Instant since = Instant.parse("2025-01-06T09:00:00Z");
        return new Preference(kind, value, since, null, Preference.Origin.STATED);
    }

    /** Its order number, so that the orders before and after it can be numbered around it. */
    static int order() {
        return ORDER;
    }

    static Pen.Written tell(LocalDate present, Instant seen) {
        JourneyKind kind = JourneyKind.HEAT_PUMP;
        var key = new CaseKey(kind.code(), Zonnewind.SOURCE, kind.prefix() + "-" + ORDER);
        Instant now = present.atStartOfDay(Desk.ZONE).toInstant();
        var story = new AnneliesStory(new Pen(key, kind.title(), CUSTOMER, now), present);
        story.quoteAndSale();
        story.visit();
        story.billAndSilence();
        return story.pen.finish(true, kind, seen);
    }

    private void quoteAndSale() {
        desk = MARKETING;
        at(
                91,
                "10:12",
                Line.out("MAIL", "Actie hybride warmtepomp: gratis opname aan huis.")
                        .campaign());
        at(90, "20:41", Line.in("WEB", "Vraagt een offerte aan."));
        desk = VERKOOP;
        at(89, "15:30", Line.out("PHONE", "Kennismaking, opname afgesproken.").lasting(14));
        at(83, "14:00", Line.out("VISIT", "Opname aan huis.").lasting(60));
        at(80, "16:20", Line.out("MAIL", "Offerte voor een hybride warmtepomp met slimme thermostaat."));
        at(76, "19:05", Line.in("MAIL", "Vraagt naar het geluid buiten."));
        at(75, "11:10", Line.out("MAIL", "Antwoord met meetrapport."));
        at(73, "15:40", Line.in("WEB", "Tekent de offerte.").tells(Plan.AGREED_FACT));
        at(73, "15:50", Line.note("Order 88.412 aangemaakt, thermostaat erbij.").tells("ordernummer"));
        at(
                73,
                "16:05",
                Line.note("Graag inplannen, klant wil niet te lang wachten.")
                        .ending(Outcome.TRANSFERRED)
                        .handedTo(PLANNING));
        nobody(67, "18:40", "Is mijn order wel binnen?");
        String pickedUp = beginning(
                PLANNING,
                62,
                "10:20",
                Line.out("PHONE", "Afspraak voor " + date(VISITED) + ".")
                        .lasting(6)
                        .promising(promise("warmtepomp", "Warmtepomp geplaatst", VISITED)));
        breaks(VERKOOP, PLANNING, pickedUp, Rule.LATE_PICKUP, Rule.CUSTOMER_CHASED);
    }

    private void visit() {
        at(60, "11:00", Line.out("APP", "Bevestiging van de afspraak op " + date(VISITED) + "."));
        at(
                60,
                "11:10",
                Line.note("Werkbon naar Installatie.").ending(Outcome.DONE).handedTo(INSTALLATIE));
        beginning(INSTALLATIE, 59, "09:15", Line.note("Werkbon aangenomen, materiaal besteld."));
        at(45, "10:05", Line.note("Warmtepomp binnen; thermostaat in nalevering."));
        at(41, "09:00", Line.out("APP", "De monteur komt morgen om 8:00 uur."));
        at(
                VISITED,
                "08:05",
                Line.out("VISIT", "Warmtepomp geplaatst; thermostaat ontbreekt.")
                        .lasting(200)
                        .keeping("warmtepomp-" + ORDER));
        at(
                VISITED,
                "11:40",
                Line.note("Werkbon gesloten, kan gefactureerd worden.").ending(Outcome.TRANSFERRED));
        beginning(FACTURATIE, 39, "09:30", Line.out("MAIL", "Rekening voor het hele bedrag."));
    }

    private void billAndSilence() {
        String called = beginning(
                KLANTENSERVICE,
                28,
                "17:20",
                Line.in("PHONE", "Rekening klopt niet, de thermostaat ontbreekt.")
                        .lasting(12));
        breaks(FACTURATIE, KLANTENSERVICE, called, Rule.LATE_PICKUP, Rule.ASKED_AGAIN, Rule.CHANNEL_SWITCH);
        at(28, "17:40", Line.note("Zoekt uit wie de thermostaat heeft."));
        at(
                27,
                "10:15",
                Line.out("PHONE", "Vraagt opnieuw om ordernummer en foto’s.")
                        .lasting(8)
                        .asks("ordernummer"));
        at(27, "19:30", Line.in("APP", "Foto’s van de muur en de werkbon."));
        at(
                26,
                "11:15",
                Line.out("APP", "Doorgegeven aan Planning.")
                        .ending(Outcome.TRANSFERRED)
                        .handedTo(PLANNING));
        String reopened = beginning(PLANNING, 21, "09:40", Line.note("Order was al afgesloten; weer geopend."));
        breaks(KLANTENSERVICE, PLANNING, reopened, Rule.LATE_PICKUP, Rule.RETURNED);
        nobody(20, "17:30", "Drie keer hetzelfde verhaal verteld, en nog steeds geen thermostaat.");
        at(
                19,
                "15:40",
                Line.out("MAIL", "De thermostaat is besteld.")
                        .promising(promise("thermostaat", "Thermostaat geplaatst", 8)));
        at(13, "20:12", Line.in("MAIL", "Wanneer komt u?"));
        at(10, "11:05", Line.note("Thermostaat binnen."));
        at(
                6,
                "11:05",
                Line.note("Thermostaat graag plaatsen, klant wacht al lang.")
                        .ending(Outcome.TRANSFERRED)
                        .handedTo(INSTALLATIE));
        nobody(5, "18:22", "Hoor ik nog iets?");
    }

    private Promised promise(String id, String text, int daysBefore) {
        Instant due = present.minusDays(daysBefore - 1L).atStartOfDay(Desk.ZONE).toInstant();
        return new Promised(id + "-" + ORDER, text, null, due, true);
    }

    private String beginning(Desk next, int daysBefore, String time, Line line) {
        desk = next;
        return at(daysBefore, time, line);
    }

    private void nobody(int daysBefore, String time, String words) {
        Desk holder = desk;
        desk = null;
        at(daysBefore, time, Line.in("APP", words));
        desk = holder;
    }

    private String at(int daysBefore, String time, Line line) {
        Instant at = present.minusDays(daysBefore)
                .atTime(LocalTime.parse(time))
                .atZone(Desk.ZONE)
                .toInstant();
        Instant end = line.minutes() > 0 ? at.plus(Pen.minutes(line.minutes())) : null;
        String id = pen.write(
                desk, desk == null ? null : TEAMS.get(desk), desk == null ? null : AGENTS.get(desk), at, end, line);
        if (id == null) {
            throw new IllegalStateException("All of this lies in the past");
        }
        return id;
    }

    private void breaks(Desk from, Desk to, String pickup, Rule... rules) {
        for (Rule rule : rules) {
            pen.breaks(from, to, pickup, rule, Plan.plants(from, to, rule, JourneyKind.HEAT_PUMP));
        }
    }

    private String date(int daysBefore) {
        return DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("nl-NL"))
                .format(present.minusDays(daysBefore));
    }
}
