package nl.baton.demo;

import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.PLANNING;

import nl.baton.journey.Party;

/** The yearly service, which nearly always goes as it should. */
final class MaintenanceStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(PLANNING)
                .out(
                        story.chance(0.7) ? "MAIL" : "LETTER",
                        "Uitnodiging voor het jaarlijks onderhoud.|Het is weer tijd voor onderhoud; kies zelf een dag.")
                .days(1, 12);
        if (story.chance(0.08)) {
            story.cancel(
                    Party.CUSTOMER,
                    Line.in("WEB", "Slaat het onderhoud dit jaar over.|Zegt het onderhoud af: gaat verhuizen."));
            return;
        }
        story.in(
                        story.chance(0.75) ? "WEB" : "PHONE",
                        "Kiest een ochtend.|Maakt een afspraak voor het onderhoud.|Wil het liefst op een vrijdag.")
                .appoint(7, 18)
                .hours(0.2, 4)
                .out("APP", "Onderhoud staat op {afspraak}.")
                .pass(Handover.to(
                        INSTALLATIE, "Onderhoud op {afspraak}, toestel van zes jaar oud.|Onderhoudsbon voor {adres}."))
                .note("Bon aangenomen.")
                .keepAppointment();
        Line service = Line.out(
                        "VISIT",
                        "Onderhoud gedaan, filter vervangen.|Alles gereinigd en nagemeten; in orde.|Onderhoud gedaan; expansievat is volgend jaar aan de beurt.")
                .lasting(70);
        if (story.chance(0.4)) {
            story.resolve(service);
            return;
        }
        story.add(service)
                .pass(
                        Handover.to(
                                FACTURATIE,
                                "Onderhoud buiten contract, graag factureren.|Extra filter geplaatst, € 38 in rekening brengen."))
                .out("MAIL", "Rekening voor het onderhoud.")
                .hours(20, 90)
                .resolve(Line.note("Betaald.|Automatisch afgeschreven."));
    }
}
