package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;

/** The yearly meter reading, which the customer sends by app. */
final class MeterStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(BEHEER)
                .out(
                        story.chance(0.6) ? "APP" : "MAIL",
                        "Wilt u uw meterstanden doorgeven?|Tijd voor de jaarlijkse meterstand.")
                .days(0, 9);
        if (story.chance(0.15)) {
            story.hours(40, 80).resolve(Line.note("Geen opgave; stand geschat."));
            return;
        }
        story.in(
                story.chance(0.8) ? "APP" : "WEB",
                "Stroom en gas doorgegeven.|Foto van de meter gestuurd.|Meterstanden ingevuld.");
        story.hours(0.1, 5).resolve(Line.out("APP", "Meterstanden verwerkt, dank u."));
    }
}
