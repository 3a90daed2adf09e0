package nl.baton.demo;

import static nl.baton.demo.Desk.KLANTENSERVICE;

import java.util.List;

/** A short question: most of a company's contacts, and no handoff at all. */
final class QuestionStory implements JourneyKind.Storyline {

    private record Question(String asked, String answered) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("Hoe zet ik de app op een nieuwe telefoon?", "Nieuwe toegangscode gestuurd; app werkt weer."),
            new Question("Wanneer komt de jaarrekening?", "In de maand na de meterstand; datum doorgegeven."),
            new Question("Hoe werkt het dynamische tarief?", "Uitgelegd, met de uurprijzen in de app."),
            new Question(
                    "Kan ik mijn termijnbedrag zelf aanpassen?", "Samen aangepast in de app.|Termijnbedrag verlaagd."),
            new Question("Is mijn adres al gewijzigd?", "Ja, sinds gisteren; bevestiging nagestuurd."),
            new Question("Wat betekent saldering voor mij?", "Uitgelegd aan de hand van de laatste rekening."),
            new Question("Mag de ketel in de zomer uit?", "Nee, vanwege legionella; spaarstand uitgelegd."),
            new Question("Hoe geef ik een ander rekeningnummer door?", "Nieuw rekeningnummer genoteerd en bevestigd."),
            new Question("Waarom is het toestel zo luid vannacht?", "Nachtstand aangezet op afstand."),
            new Question("Kan mijn dochter de contactpersoon worden?", "Machtiging gestuurd om te tekenen."));

    @Override
    public void tell(Story story) {
        String channel = story.chance(0.45) ? "PHONE" : story.chance(0.5) ? "CHAT" : "MAIL";
        Question question = QUESTIONS.get(story.roll(QUESTIONS.size()));
        story.begin(KLANTENSERVICE).in(channel, question.asked());
        if (channel.equals("MAIL")) {
            story.hours(1, 9);
        }
        Line answer = Line.out(channel, question.answered());
        if (channel.equals("MAIL") && story.chance(0.25)) {
            story.add(answer)
                    .days(1, 3)
                    .in("MAIL", "Dank, maar ik bedoelde iets anders.|Nog één vraag daarover.")
                    .hours(0.5, 6);
        }
        story.resolve(answer);
    }
}
