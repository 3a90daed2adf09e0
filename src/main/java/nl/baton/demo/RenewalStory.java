package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.MARKETING;
import static nl.baton.demo.Desk.VERKOOP;

import nl.baton.journey.Party;

/** A contract that ends, and an offer to stay. */
final class RenewalStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(MARKETING)
                .add(Line.out(
                                story.chance(0.75) ? "MAIL" : "LETTER",
                                "Uw contract loopt af: dit is ons aanbod.|Blijf bij Zonnewind, met een vast tarief tot twee jaar.")
                        .campaign());
        if (story.chance(0.3)) {
            story.hours(120, 200).resolve(Line.note("Geen reactie; contract loopt door tegen variabel tarief."));
            return;
        }
        story.days(1, 14)
                .in(
                        story.chance(0.7) ? "WEB" : "APP",
                        "Vraagt een aanbod aan.|Wil weten wat vast kost.|Vraagt of het ook zonder gas kan.")
                .pass(Handover.to(VERKOOP, "Reactie op de verlengactie.|Wil verlengen, graag bellen."))
                .out(
                        "PHONE",
                        "Aanbod besproken: twee jaar vast.|Drie tarieven naast elkaar gelegd.|Voicemail ingesproken, aanbod gemaild.");
        if (story.chance(0.18)) {
            story.days(2, 9)
                    .cancel(
                            Party.CUSTOMER,
                            Line.in("MAIL", "Stapt over naar een ander.|Vindt het te duur en zegt op."));
            return;
        }
        story.days(0, 5)
                .in(
                        "WEB",
                        "Gaat akkoord met twee jaar vast.|Kiest voor één jaar vast.|Verlengt met groene stroom uit Nederland.")
                .pass(Handover.to(BEHEER, "Verlengd, graag verwerken per einddatum.|Nieuw tarief graag inregelen."))
                .note("Contract verwerkt.|Tarief aangepast per einddatum.")
                .hours(0.5, 4)
                .resolve(Line.out("MAIL", "Uw contract is verlengd."));
    }
}
