package nl.baton.intake.mapping;

import java.util.List;
import java.util.Map;
import nl.baton.intake.read.Reason;

/**
 * How Baton would read a file, for a person to confirm or correct.
 *
 * @param missing texts in the columns chosen that seem to stand for "nothing"
 * @param notes what the person should know before confirming
 */
public record MappingProposal(
        String journeyType, Map<Field, Suggestion> columns, List<String> missing, List<Reason> notes) {

    /** A column, and what speaks for it. */
    public record Suggestion(String column, Reason reason) {}

    public MappingProposal {
        columns = Map.copyOf(columns);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
