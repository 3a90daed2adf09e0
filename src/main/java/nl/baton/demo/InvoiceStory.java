package nl.baton.demo;

import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;

import nl.baton.journey.Outcome;

/** A question about a bill, which Klantenservice and Facturatie like to pass back and forth. */
final class InvoiceStory implements JourneyKind.Storyline {

    private static final String QUESTION =
            "Waarom is mijn termijnbedrag {bedrag} geworden?|De jaarrekening klopt niet met mijn meterstanden.|Twee keer afgeschreven deze maand.|Ik heb de rekening voor het hele bedrag gekregen, maar er ontbreekt nog iets.|Mist de korting uit de aanbieding.|Krijgt de rekening van de vorige bewoner.|Begrijpt de teruglevering op de rekening niet.";

    @Override
    public void tell(Story story) {
        if (story.chance(0.62)) {
            fromKlantenservice(story);
        } else {
            fromFacturatie(story);
        }
    }

    private static void fromKlantenservice(Story story) {
        String channel = story.chance(0.6) ? "PHONE" : story.chance(0.5) ? "CHAT" : "MAIL";
        story.begin(KLANTENSERVICE).add(Line.in(channel, QUESTION).tells("meterstand"));
        if (story.chance(0.28)) {
            story.hours(0.1, 4)
                    .resolve(
                            Line.out(
                                    "MAIL",
                                    "Uitgelegd hoe het termijnbedrag is berekend.|Rekening toegelicht; klant is tevreden.|Kopie van de rekening gestuurd."));
            return;
        }
        if (story.chance(0.03)) {
            story.withdraw(
                    FACTURATIE,
                    "Graag nakijken.",
                    Line.out("MAIL", "Korting stond op een tweede rekening; nagestuurd."));
            return;
        }
        story.pass(
                        Handover.to(
                                FACTURATIE,
                                "Graag uitzoeken: {bedrag} lijkt te hoog.|Klant betwist het bedrag, dossier zit erbij.|Kan ik zelf niet zien, graag nakijken."))
                .note(
                        "Meterstanden vergeleken met de netbeheerder.|Rekening nagerekend.|Contract en tarief naast elkaar gelegd.");
        ask(story, channel);
        if (story.chance(0.52)) {
            settle(story);
            return;
        }
        story.hours(1, 9)
                .pass(Handover.to(
                                KLANTENSERVICE,
                                "Nagerekend: rekening klopt. Graag uitleggen aan de klant.|Correctie staat klaar, graag de klant bellen.")
                        .excusedBy(
                                story.chance(0.7)
                                        ? NearMiss.Kind.PING_PONG_WHEN_DONE
                                        : NearMiss.Kind.PING_PONG_DONE_THEN_UNKNOWN));
        explain(story);
    }

    /** Facturatie asks the customer: often for what Klantenservice had been told. */
    private static void ask(Story story, String channel) {
        if (story.plants(KLANTENSERVICE, FACTURATIE, Rule.ASKED_AGAIN)) {
            story.hours(0.5, 4)
                    .showing(
                            Rule.ASKED_AGAIN,
                            Line.out("MAIL", "Vraagt om de meterstand.|Kunt u de meterstand nog eens doorgeven?")
                                    .asks("meterstand"))
                    .days(0, 1);
            boolean switches = story.plants(KLANTENSERVICE, FACTURATIE, Rule.CHANNEL_SWITCH);
            Line reply = Line.in(
                            switches ? channel.equals("MAIL") ? "PHONE" : "MAIL" : channel,
                            "Die had ik al doorgegeven: 24.318.|Nogmaals de meterstand.")
                    .tells("meterstand");
            if (switches) {
                story.showing(Rule.CHANNEL_SWITCH, reply);
            } else {
                story.add(reply);
            }
        } else if (story.chance(0.08)) {
            story.hours(0.5, 4)
                    .nearly(
                            NearMiss.Kind.ASKED_SOMETHING_NEW,
                            Line.out("MAIL", "Vraagt om een foto van de meter.").asks("foto van de meter"))
                    .days(0, 1)
                    .add(Line.in("MAIL", "Foto gestuurd.").tells("foto van de meter"));
        }
    }

    private static void fromFacturatie(Story story) {
        story.begin(FACTURATIE)
                .in(story.chance(0.7) ? "MAIL" : "WEB", QUESTION)
                .hours(1, 7)
                .note(
                        "Dossier bekeken, is een vraag over het contract.|Klant wil gebeld worden.|Hier is uitleg nodig, geen correctie.")
                .pass(Handover.to(
                        KLANTENSERVICE,
                        "Is geen factuurzaak, graag klant bellen.|Graag uitleg geven over het tarief."));
        explain(story);
    }

    /** Where it turns out that nobody asked the customer what was wrong. */
    private static void explain(Story story) {
        story.out(
                "PHONE",
                "Gebeld: klant is het er niet mee eens.|Rekening uitgelegd, maar de meterstand klopt echt niet.|Klant stuurt een foto van de meter.");
        if (story.chance(0.35)) {
            story.hours(0.3, 3)
                    .resolve(Line.out(
                            "MAIL",
                            "Uitleg op papier gestuurd; klant is akkoord.|Bevestiging van het gesprek gestuurd."));
            return;
        }
        Handover back = Handover.to(
                FACTURATIE,
                "Terug: dit is wél een correctie.|Bedrag klopt niet, graag opnieuw bekijken.|Klant heeft al twee keer gebeld; hoort bij Facturatie.");
        boolean broken = story.plants(KLANTENSERVICE, FACTURATIE, Rule.PING_PONG);
        story.pass(broken ? back.breaking(Rule.PING_PONG) : back.excusedBy(NearMiss.Kind.PING_PONG_WHEN_DONE))
                .note("Foto van de meter verwerkt.|Toch een fout in de meterstand gevonden.");
        settle(story);
    }

    private static void settle(Story story) {
        Line answer = Line.out(
                "MAIL",
                "Creditnota van {bedrag} gemaakt.|Nieuwe rekening gestuurd, met excuses.|Rekening klopt; uitleg en meetstaat gestuurd.|Termijnbedrag verlaagd vanaf volgende maand.");
        story.hours(1, 10);
        boolean again = story.afterPass(Rule.REOPENED, 0.06);
        boolean late = !again && story.chance(0.05);
        if (!again && !late) {
            story.resolve(answer);
            return;
        }
        story.add(answer.ending(Outcome.RESOLVED));
        if (late) {
            story.days(17, 26)
                    .nearly(
                            NearMiss.Kind.REOPENED_LATE,
                            Line.in("MAIL", "Nu is de rekening wéér hoger.").ending(Outcome.REOPENED))
                    .hours(1, 6)
                    .resolve(Line.out("MAIL", "Uitgelegd: dit is de nieuwe termijn."));
            return;
        }
        story.days(2, 9)
                .add(Line.in("MAIL", "Het geld is nog niet teruggestort.|De nieuwe rekening heeft dezelfde fout.")
                        .ending(Outcome.REOPENED))
                .hours(1, 6)
                .resolve(Line.out("MAIL", "Alsnog teruggestort; excuses gemaakt.|Derde versie gestuurd, nu goed."));
    }
}
