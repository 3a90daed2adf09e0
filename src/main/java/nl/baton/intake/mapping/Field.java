package nl.baton.intake.mapping;

import java.util.Arrays;
import java.util.Optional;

/** What a column can mean: every single-valued fact of a touchpoint. */
public enum Field {
    JOURNEY("journey", 200),
    AT("at", 100),
    DEPARTMENT("department", 120),
    TEAM("team", 120),
    ACTIVITY("activity", 200),
    CUSTOMER("customer", 200),
    AGENT("agent", 120),
    CHANNEL("channel", 40),
    DIRECTION("direction", 100),
    TOPIC("topic", 120),
    OUTCOME("outcome", 100),
    ENDED_AT("endedAt", 100),
    EXTERNAL_ID("externalId", 200),
    HANDED_TO("handedTo", 120),
    HANDED_TO_TEAM("handedToTeam", 120),
    TEXT("text", 4000),
    HANDLED_BY("handledBy", 100),
    ANSWERED("answered", 100),
    PURPOSE("purpose", 100),
    VISIBILITY("visibility", 100),
    LANGUAGE("language", 20),
    BY("by", 100);

    private final String code;
    private final int longest;

    Field(String code, int longest) {
        this.code = code;
        this.longest = longest;
    }

    /** Its name in the mapping. */
    public String code() {
        return code;
    }

    /** The longest value that Baton keeps. */
    public int longest() {
        return longest;
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
