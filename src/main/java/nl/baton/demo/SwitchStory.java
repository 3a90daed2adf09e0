package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.VERKOOP;

/** A new customer comes over from another supplier. */
final class SwitchStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(VERKOOP)
                .in(
                        story.chance(0.8) ? "WEB" : "PHONE",
                        "Meldt zich aan als klant.|Stapt over, tip van een buurvrouw.|Sluit een contract voor een jaar.")
                .hours(0.2, 5)
                .out("MAIL", "Welkom bij Zonnewind; uw bedenktijd loopt tot over 14 dagen.")
                .pass(Handover.to(
                        BEHEER, "Nieuwe klant, switch graag aanmelden.|Contract getekend, EAN-codes staan erbij."))
                .note("Switch aangemeld bij de netbeheerder.|EAN-codes gecontroleerd.")
                .hours(20, 60)
                .out("MAIL", "Uw levering begint op de eerste van de maand.");
        if (story.chance(0.45)) {
            story.pass(Handover.to(
                            KLANTENSERVICE,
                            "Levering loopt, graag welkomstgesprek.|Graag welkom heten en de app uitleggen."))
                    .resolve(
                            Line.out(
                                    "PHONE",
                                    "Welkomstgesprek gevoerd, app uitgelegd.|Welkom geheten; termijnbedrag besproken.|Geen gehoor, welkomstmail gestuurd."));
        } else {
            story.hours(40, 90).resolve(Line.note("Levering begonnen."));
        }
    }
}
