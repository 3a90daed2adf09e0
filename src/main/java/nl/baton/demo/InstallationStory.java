package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.MARKETING;
import static nl.baton.demo.Desk.PLANNING;
import static nl.baton.demo.Desk.VERKOOP;

import nl.baton.journey.Party;

/** Something is sold and put in: past five or six departments, and often past Planning twice. */
final class InstallationStory implements JourneyKind.Storyline {

    private enum Sold {
        NO,
        YES,
        /** Signed, but nobody asked when it would suit. */
        WITHOUT_DATE
    }

    @Override
    public void tell(Story story) {
        if (story.chance(0.55)) {
            campaign(story);
        } else {
            story.begin(VERKOOP)
                    .in(
                            story.chance(0.7) ? "WEB" : "PHONE",
                            "Vraagt een offerte aan voor {een product}.|Vraagt de prijs van {een product}.|Heeft bij de buren {een product} gezien en wil dat ook.");
        }
        Sold sold = sell(story);
        if (sold == Sold.NO) {
            return;
        }
        story.pass(
                Handover.to(
                        PLANNING,
                        "Offerte getekend, order {nummer} graag inplannen.|Order compleet, door naar Planning.|Klant akkoord met {bedrag}; graag afspraak maken."));
        plan(story, sold == Sold.WITHOUT_DATE && story.isAgreed());
        boolean registered = story.chance(0.6);
        if (registered) {
            register(story);
        }
        story.pass(Handover.to(
                INSTALLATIE,
                registered
                        ? "Melding rond, materiaal kan mee.|Netbeheerder akkoord, installatie kan door."
                        : "Ingepland op {afspraak}, materiaal gereserveerd.|Afspraak staat, werkbon gemaakt."));
        install(story, registered);
        finish(story);
    }

    private static void campaign(Story story) {
        story.begin(MARKETING)
                .add(Line.out(
                                "MAIL",
                                "Actie {product}: gratis opname aan huis.|Zo bespaart u met {een product}.|Uitnodiging voor de informatieavond in {plaats} over {een product}.")
                        .campaign())
                .days(1, 5)
                .in(
                        "WEB",
                        "Vraagt een offerte aan.|Vult de bespaarcheck in en vraagt een gesprek.|Meldt zich aan voor een opname aan huis.")
                .pass(Handover.to(
                        VERKOOP, "Aanvraag uit de campagne, klant in {plaats}.|Warme aanvraag: wil een offerte."));
    }

    private static Sold sell(Story story) {
        story.out(
                        "PHONE",
                        "Kennismaking; opname afgesproken.|Wensen doorgenomen en opname ingepland.|Gebeld, wil graag snel een opname.")
                .hours(12, 34)
                .visit(
                        55,
                        "Opname aan huis: meterkast en opstelplaats bekeken.|Opname gedaan, foto’s in het dossier.|Dak, leidingen en meterkast bekeken; kan zonder aanpassing.")
                .hours(3, 16)
                .out("MAIL", "Offerte van {bedrag} gestuurd.|Offerte met twee varianten gestuurd.");
        if (story.chance(0.45)) {
            story.days(1, 5)
                    .in(
                            "MAIL",
                            "Vraagt waar het precies komt te staan.|Hoe zit het met de subsidie?|Kan het ook in termijnen?|Is de garantie ook op het plaatsen?|Vraagt of het vóór de winter nog lukt.")
                    .hours(1, 7)
                    .out(
                            "MAIL",
                            "Antwoord met een tekening erbij.|Uitleg over de subsidie gestuurd.|Vraag beantwoord, offerte blijft gelijk.");
        }
        if (story.afterPass(Rule.ABANDONED, 0.13)) {
            story.days(3, 12)
                    .cancel(
                            Party.CUSTOMER,
                            Line.in(
                                    "MAIL",
                                    "Ziet ervan af: te duur.|Kiest voor een ander bedrijf.|Wacht liever een jaar."));
            return Sold.NO;
        }
        Line signed =
                Line.in("WEB", "Tekent de offerte.|Offerte digitaal ondertekend.|Gaat akkoord met de tweede variant.");
        // before the two departments agreed that it must be there, nobody missed it
        boolean lost = story.plants(VERKOOP, PLANNING, Rule.LOST_CONTEXT);
        story.days(1, 9).add(lost ? signed : signed.tells(Plan.AGREED_FACT));
        return lost ? Sold.WITHOUT_DATE : Sold.YES;
    }

    private static void plan(Story story, boolean lost) {
        Line appointed = Line.out(
                story.chance(0.6) ? "PHONE" : "MAIL",
                "Afspraak gemaakt voor {afspraak}.|Datum afgesproken: {afspraak}.");
        story.appoint(14, 30);
        (lost ? story.showing(Rule.LOST_CONTEXT, appointed) : story.add(appointed))
                .hours(0.3, 3)
                .out("APP", "Bevestiging van de afspraak op {afspraak}.|Wat u vóór {afspraak} zelf kunt doen.");
        if (story.chance(0.22)) {
            story.days(1, 3)
                    .in("APP", "Kan het een andere dag?|Wij zijn dan op vakantie, kan het later?|Graag in de ochtend.")
                    .hours(0.5, 5)
                    .appoint(12, 24)
                    .out("APP", "Verzet naar {afspraak}.|Nieuwe datum: {afspraak}.");
        }
    }

    private static void register(Story story) {
        story.pass(Handover.to(
                        BEHEER,
                        "Graag melden bij de netbeheerder.|Aansluiting en subsidie graag regelen voor {nummer}."))
                .note("Melding gedaan bij de netbeheerder.|Aansluiting gecontroleerd: verzwaren is niet nodig.");
        Line done = Line.out(
                "MAIL", "Uw aanvraag voor subsidie is ingediend.|Bevestiging van de melding bij de netbeheerder.");
        if (story.plants(PLANNING, BEHEER, Rule.OVERRUN)) {
            story.hours(20, 40).showing(Rule.OVERRUN, done);
        } else {
            story.hours(2, 9).add(done);
        }
    }

    private static void install(Story story, boolean registered) {
        story.note("Werkbon aangenomen, materiaal gereserveerd.|Aangenomen; ploeg van twee ingedeeld.")
                .dayBefore()
                .out(
                        "APP",
                        "Herinnering: de monteur komt {afspraak}.|Wij zijn er {afspraak}; de monteur belt een kwartier vooraf.")
                .keepAppointment();
        if (!story.chance(0.42)) {
            story.visit(
                    240,
                    "Geplaatst, ingeregeld en uitgelegd.|Geplaatst en getest, klant heeft getekend.|Alles werkt; klant kreeg uitleg over de app.");
            return;
        }
        story.visit(
                200,
                "Geplaatst, maar {onderdeel} ontbreekt.|Onderdeel beschadigd aangekomen; werk deels gedaan.|Groepenkast bleek te klein, tweede bezoek nodig.|Niet klaar gekomen: leiding zat anders dan op de foto’s.");
        Handover back = Handover.to(
                PLANNING,
                "Tweede bezoek nodig, graag opnieuw inplannen.|Terug naar Planning: onderdeel moet nog besteld worden.|Werk niet af; nieuwe afspraak nodig.");
        if (registered) {
            story.pass(
                    story.plants(INSTALLATIE, PLANNING, Rule.RETURNED)
                            ? back.breaking(Rule.RETURNED)
                            : back.excusedBy(NearMiss.Kind.RETURN_WHEN_DONE));
        } else {
            story.pass(back.excusedBy(
                    story.chance(0.6) ? NearMiss.Kind.PING_PONG_WHEN_DONE : NearMiss.Kind.PING_PONG_DONE_THEN_UNKNOWN));
        }
        story.appoint(6, 14)
                .out("PHONE", "Tweede bezoek afgesproken voor {afspraak}.|Excuses gemaakt; monteur komt {afspraak}.");
        if (story.chance(0.3)) {
            story.days(2, 4)
                    .in("APP", "Is het onderdeel al binnen?|Wanneer komt u?")
                    .hours(0.5, 4)
                    .out("APP", "Onderdeel is besteld.|Onderdeel ligt klaar.");
        }
        story.pass(Handover.to(
                                INSTALLATIE,
                                "Onderdeel binnen, tweede bezoek op {afspraak}.|Graag afmaken op {afspraak}.")
                        .excusedBy(NearMiss.Kind.PING_PONG_BY_PLAN))
                .note("Werkbon voor het tweede bezoek aangenomen.|Zelfde ploeg ingedeeld.")
                .keepAppointment()
                .visit(
                        110,
                        "Afgemaakt en ingeregeld.|Ook {onderdeel} geplaatst; alles werkt.|Onderdeel vervangen en getest.");
    }

    private static void finish(Story story) {
        story.pass(
                        Handover.to(
                                FACTURATIE,
                                "Opgeleverd, kan gefactureerd worden.|Werkbon getekend door {naam}.|Klaar: {nummer} factureren."))
                .out("MAIL", "Rekening van {bedrag}.|Eindrekening voor order {nummer}.");
        if (story.chance(0.4)) {
            story.hours(30, 80)
                    .pass(Handover.to(KLANTENSERVICE, "Betaald; graag nabellen.|Graag nabellen na oplevering."))
                    .resolve(
                            Line.out(
                                    "PHONE",
                                    "Nagebeld: tevreden over de monteurs.|Nagebeld; alles werkt, vraagt nog naar de handleiding.|Nagebeld, voicemail ingesproken."));
        } else {
            story.hours(30, 110).resolve(Line.note("Betaald, order gesloten.|Betaling binnen."));
        }
    }
}
