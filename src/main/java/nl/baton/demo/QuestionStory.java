package nl.baton.demo;

import static nl.baton.demo.Desk.KLANTENSERVICE;

/** A short question: most of a company's contacts, and no handoff at all. */
final class QuestionStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        String channel = story.chance(0.45) ? "PHONE" : story.chance(0.5) ? "CHAT" : "MAIL";
        story.begin(KLANTENSERVICE)
                .in(
                        channel,
                        "Hoe zet ik de app op een nieuwe telefoon?|Wanneer komt de jaarrekening?|Hoe werkt het dynamische tarief?|Kan ik mijn termijnbedrag zelf aanpassen?|Is mijn adres al gewijzigd?|Wat betekent saldering voor mij?|Mag de ketel in de zomer uit?|Hoe geef ik een ander rekeningnummer door?");
        if (channel.equals("MAIL")) {
            story.hours(1, 9);
        }
        Line answer = Line.out(
                channel,
                "Uitgelegd waar het in de app staat.|Uitleg over het tarief gegeven.|Gegevens aangepast.|Verwezen naar de pagina met uitleg.|Nagekeken en beantwoord.");
        if (channel.equals("MAIL") && story.chance(0.25)) {
            story.add(answer)
                    .days(1, 3)
                    .in("MAIL", "Dank, maar ik bedoelde iets anders.|Nog één vraag daarover.")
                    .hours(0.5, 6);
        }
        story.resolve(answer);
    }
}
