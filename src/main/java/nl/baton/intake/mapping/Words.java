package nl.baton.intake.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.baton.journey.Direction;
import nl.baton.journey.HandledBy;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Purpose;
import nl.baton.journey.Visibility;
import org.jspecify.annotations.Nullable;

/** What systems write, in Dutch and English, for what Baton has one word for. */
final class Words<T> {

    static final Words<Direction> DIRECTION = new Words<Direction>()
            .with(
                    Direction.INBOUND,
                    "inbound",
                    "in",
                    "inkomend",
                    "inkomende",
                    "incoming",
                    "binnenkomend",
                    "ontvangen",
                    "received")
            .with(
                    Direction.OUTBOUND,
                    "outbound",
                    "out",
                    "uit",
                    "uitgaand",
                    "uitgaande",
                    "outgoing",
                    "verzonden",
                    "sent")
            .with(Direction.INTERNAL, "internal", "intern", "interne");

    static final Words<HandledBy> HANDLED_BY = new Words<HandledBy>()
            .with(HandledBy.STAFF, "staff", "medewerker", "mens", "human", "agent", "employee", "person")
            .with(HandledBy.SELF_SERVICE, "selfservice", "zelfservice", "zelfbediening", "self", "portal", "portaal")
            .with(HandledBy.BOT, "bot", "chatbot", "voicebot", "robot");

    static final Words<Boolean> ANSWERED = new Words<Boolean>()
            .with(true, "true", "yes", "y", "ja", "j", "1", "waar", "answered", "beantwoord")
            .with(false, "false", "no", "n", "nee", "0", "onwaar", "unanswered", "missed", "gemist", "onbeantwoord");

    static final Words<Purpose> PURPOSE = new Words<Purpose>()
            .with(Purpose.SERVICE, "service", "dienstverlening")
            .with(Purpose.CAMPAIGN, "campaign", "campagne", "marketing")
            .with(Purpose.DELIGHT, "delight", "verrassing");

    static final Words<Visibility> VISIBILITY = new Words<Visibility>()
            .with(Visibility.CUSTOMER, "customer", "klant", "public", "openbaar", "external", "extern")
            .with(Visibility.INTERNAL, "internal", "intern", "private");

    static final Words<Outcome> OUTCOME = new Words<Outcome>()
            .with(Outcome.DONE, "done", "gereed", "klaar", "completed", "voltooid", "afgerond")
            .with(Outcome.TRANSFERRED, "transferred", "overgedragen", "doorgezet", "doorverbonden", "forwarded")
            .with(Outcome.RESOLVED, "resolved", "opgelost", "solved", "closed", "gesloten", "afgesloten")
            .with(Outcome.CANCELLED, "cancelled", "canceled", "geannuleerd", "ingetrokken", "withdrawn")
            .with(Outcome.REOPENED, "reopened", "heropend");

    static final Words<Party> BY = new Words<Party>()
            .with(Party.CUSTOMER, "customer", "klant", "client")
            .with(Party.COMPANY, "company", "bedrijf", "organisatie", "organisation", "organization");

    private final Map<String, T> meanings = new HashMap<>();

    Words() {}

    Words<T> with(T meaning, String... words) {
        for (String word : words) {
            meanings.put(word, meaning);
        }
        return this;
    }

    /** Whatever its case, its hyphens and its blanks; null for a word that is none of them. */
    @Nullable
    T meaning(String text) {
        T exact = meanings.get(text);
        return exact != null ? exact : meanings.get(plain(text));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
