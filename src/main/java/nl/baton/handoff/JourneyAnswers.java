package nl.baton.handoff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.handoff.JourneyAnswer.Key;
import nl.baton.handoff.JourneyAnswer.Kind;
import nl.baton.journey.AssembledJourney;
import org.springframework.stereotype.Component;

/**
 * Keeps what the attributes of journeys say beside how often they were handed over, and the counts of it. Only the
 * difference is written; journeys without attributes cost one look for what there was.
 */
@Component
class JourneyAnswers {

    private final AnswerTable table;

    JourneyAnswers(AnswerTable table) {
        this.table = table;
    }

    /** Stores the answers of these journeys as they are now, in the caller's transaction. */
    void follow(int generation, List<AssembledJourney> journeys) {
        List<JourneyAnswer> before =
                table.of(generation, journeys.stream().map(AssembledJourney::id).toList());
        List<JourneyAnswer> now = journeys.stream()
                .flatMap(journey -> JourneyAnswer.of(journey).stream())
                .toList();
        Set<JourneyAnswer> added = new HashSet<>(now);
        Set<JourneyAnswer> gone = new HashSet<>(before);
        before.forEach(added::remove);
        now.forEach(gone::remove);
        if (added.isEmpty() && gone.isEmpty()) {
            return;
        }
        table.delete(generation, answered(gone));
        table.insert(generation, answered(added));
        replaceOthers(generation, now, added, gone);
        Map<Key, Long> differences = new HashMap<>();
        added.forEach(answer -> differences.merge(answer.key(), 1L, Long::sum));
        gone.forEach(answer -> differences.merge(answer.key(), -1L, Long::sum));
        // last, since it is here that workers meet
        table.move(generation, differences);
    }

    private static List<JourneyAnswer> answered(Set<JourneyAnswer> answers) {
        return answers.stream().filter(answer -> answer.kind() != Kind.OTHER).toList();
    }

    private void replaceOthers(
            int generation, List<JourneyAnswer> now, Set<JourneyAnswer> added, Set<JourneyAnswer> gone) {
        Map<Long, List<JourneyAnswer>> moved = new HashMap<>();
        for (Set<JourneyAnswer> part : List.of(added, gone)) {
            part.stream()
                    .filter(answer -> answer.kind() == Kind.OTHER)
                    .forEach(answer -> moved.put(answer.journeyId(), new ArrayList<>()));
        }
        for (JourneyAnswer answer : now) {
            List<JourneyAnswer> ofJourney = moved.get(answer.journeyId());
            if (ofJourney != null && answer.kind() == Kind.OTHER) {
                ofJourney.add(answer);
            }
        }
        table.replaceOthers(generation, moved);
    }
}
