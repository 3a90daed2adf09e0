package nl.baton.handoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.JourneyAttributes;

/**
 * What an attribute of a journey says.
 *
 * @param band how often the journey was handed over; always none where the answer is neither yes nor no
 */
record JourneyAnswer(long journeyId, long typeId, String attribute, HandoffBand band, Kind kind) {

    /** What is counted together. */
    record Key(long typeId, String attribute, HandoffBand band, Kind kind) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::typeId)
                .thenComparing(Key::attribute)
                .thenComparing(Key::band)
                .thenComparing(Key::kind);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Yes, no, or something else. */
    enum Kind {
        YES("Y"),
        NO("N"),
        OTHER("O");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it is stored. */
        String code() {
            return code;
        }

        static Kind of(String code) {
            return code.equals(YES.code) ? YES : code.equals(NO.code) ? NO : OTHER;
        }

        static Kind of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    Key key() {
        return new Key(typeId, attribute, band, kind);
    }

    /** What the attributes of a journey say; nothing of a journey without a leg, which can have no handoff either. */
    static List<JourneyAnswer> of(AssembledJourney journey) {
        var attributes = journey.attributes();
        if (attributes.isEmpty()) {
            return List.of();
        }
        Relay relay = Relay.of(Grain.DEPARTMENT, journey.touchpoints());
        if (relay.legs().isEmpty()) {
            return List.of();
        }
        HandoffBand band = HandoffBand.of(relay.handoffs().size());
        var answers = new ArrayList<JourneyAnswer>(attributes.size());
        attributes.forEach((name, value) -> {
            Boolean answer = JourneyAttributes.answer(value);
            answers.add(
                    answer == null
                            ? new JourneyAnswer(journey.id(), journey.typeId(), name, HandoffBand.NONE, Kind.OTHER)
                            : new JourneyAnswer(journey.id(), journey.typeId(), name, band, Kind.of(answer)));
        });
        return answers;
    }
}
