package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.PLANNING;
import static nl.baton.demo.Desk.VERKOOP;

import java.util.List;
import nl.baton.journey.Outcome;

/** A complaint: Klantenservice asks around, and tells the customer. */
final class ComplaintStory implements JourneyKind.Storyline {

    private static final List<Desk> ASKED = List.of(INSTALLATIE, PLANNING, FACTURATIE, VERKOOP, BEHEER);
    /** Nothing is planted here, but some answers come back unanswered, as anywhere. */
    private static final double SENT_BACK = 0.06;

    @Override
    public void tell(Story story) {
        story.begin(KLANTENSERVICE)
                .in(
                        story.chance(0.5) ? "PHONE" : story.chance(0.7) ? "MAIL" : "LETTER",
                        "Drie keer hetzelfde verhaal verteld.|De monteur kwam niet opdagen.|Al weken geen antwoord gekregen.|Schade aan de vloer na de installatie.|Voelt zich van het kastje naar de muur gestuurd.|De verkoper beloofde iets anders dan er geleverd is.");
        story.hours(0.2, 5);
        story.add(Line.out("MAIL", "Klacht ontvangen; u hoort binnen vijf werkdagen van ons.")
                .promising(story.promise("Antwoord op de klacht", 7)));
        if (story.chance(0.05)) {
            story.withdraw(
                    PLANNING,
                    "Graag navragen waarom de monteur niet kwam.",
                    Line.out("PHONE", "Gebeld en excuses gemaakt; klant trekt de klacht in.")
                            .lasting(9));
            return;
        }
        int first = ask(story, -1);
        if (story.chance(0.25)) {
            story.hours(1, 6);
            ask(story, first);
        }
        story.add(Line.out(
                        story.chance(0.7) ? "PHONE" : "LETTER",
                        "Uitgelegd wat er misging en excuses gemaakt.|Antwoord op de klacht, met een tegoed van € 50.|Gebeld: schade wordt hersteld.")
                .keeping(story.promised()));
        Line closing = Line.note("Klacht afgehandeld.|Klant akkoord met het antwoord.");
        if (!story.chance(0.1)) {
            story.hours(1, 10).resolve(closing);
            return;
        }
        story.hours(1, 10)
                .add(closing.ending(Outcome.RESOLVED))
                .days(3, 11)
                .add(Line.in("PHONE", "Beloofde tegoed is niet gekomen.|Neemt geen genoegen met het antwoord.")
                        .ending(Outcome.REOPENED))
                .hours(1, 6)
                .resolve(
                        Line.out("PHONE", "Alsnog geregeld, met een bos bloemen.|Tegoed overgemaakt; klant tevreden."));
    }

    private static int ask(Story story, int except) {
        int asked = 0;
        while (asked < ASKED.size() - 1 && story.chance(0.62)) {
            asked++;
        }
        if (asked == except) {
            asked = (asked + 1) % ASKED.size();
        }
        Handover answer = story.chance(SENT_BACK)
                ? Handover.to(KLANTENSERVICE, "Hier kunnen wij niets mee.|Niet van ons, graag zelf afhandelen.")
                        .breaking(Rule.PING_PONG)
                : Handover.to(
                                KLANTENSERVICE,
                                "Uitgezocht, antwoord staat in het dossier.|Nagevraagd bij de ploeg; verslag toegevoegd.")
                        .excusedBy(NearMiss.Kind.PING_PONG_WHEN_DONE);
        story.pass(
                        Handover.to(
                                ASKED.get(asked),
                                "Graag uitzoeken wat hier is gebeurd.|Klacht over jullie afdeling, graag een reactie.|Wat is er met de klant afgesproken?"))
                .note("Dossier nagelopen.|Nagevraagd wie er die dag is geweest.|Gesprek teruggeluisterd.");
        boolean dawdles = story.plants(KLANTENSERVICE, ASKED.get(asked), Rule.BROKEN_PROMISE);
        (dawdles ? story.hours(70, 85) : story.hours(1, 9)).pass(answer);
        story.note("Antwoord gelezen.|Antwoord van de afdeling verwerkt.");
        return asked;
    }
}
