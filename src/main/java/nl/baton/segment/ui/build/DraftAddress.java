package nl.baton.segment.ui.build;

import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.baton.segment.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A segment that is being built, in the address: so that a reload loses nothing, and a link can begin one. */
@Component
public class DraftAddress {

    /** What every server and browser between takes as an address. */
    static final int LONGEST = 4_000;

    private static final String CONDITION = "draft";
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final int LONGEST_NAME = 200;

    private final JsonMapper json;

    DraftAddress(JsonMapper json) {
        this.json = json;
    }

    /**
     * What was filled in.
     *
     * @param version of the segment that was looked at; null for a new one
     */
    public record Draft(
            @Nullable Condition condition,
            @Nullable String name,
            @Nullable Integer version) {}

    /** The address at which building begins with this. */
    public QueryParameters beginning(Condition condition) {
        return of(new Draft(condition, null, null));
    }

    /** Without a condition that is too long for an address: a reload loses it. */
    QueryParameters of(Draft draft) {
        Map<String, String> parameters = new HashMap<>();
        if (draft.condition != null) {
            String text =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(draft.condition));
            if (text.length() <= LONGEST) {
                parameters.put(CONDITION, text);
            }
        }
        if (draft.name != null && !draft.name.isBlank() && draft.name.length() <= LONGEST_NAME) {
            parameters.put(NAME, draft.name);
        }
        if (draft.version != null) {
            parameters.put(VERSION, draft.version.toString());
        }
        return QueryParameters.simple(parameters);
    }

    /** What cannot be read is left out, whoever wrote it. */
    public Draft read(QueryParameters parameters) {
        return new Draft(
                parameters
                        .getSingleParameter(CONDITION)
                        .flatMap(this::condition)
                        .orElse(null),
                parameters
                        .getSingleParameter(NAME)
                        .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME)
                        .orElse(null),
                parameters
                        .getSingleParameter(VERSION)
                        .filter(version -> version.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(null));
    }

    private Optional<Condition> condition(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String written = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.ofNullable(json.readValue(written, Condition.class))
                    .filter(read ->
                            read.depth() <= Condition.DEEPEST && read.traits().count() <= Condition.MOST_TRAITS);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
