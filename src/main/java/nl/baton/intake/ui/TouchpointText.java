package nl.baton.intake.ui;

import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.intake.mapping.Field;
import nl.baton.journey.NewTouchpoint;
import org.jspecify.annotations.Nullable;

/** What a touchpoint says in one of its fields, as Baton has understood it. */
final class TouchpointText {

    private TouchpointText() {}

    static String of(NewTouchpoint touchpoint, Field field, Formats formats, ZoneId zone) {
        @Nullable Object value = value(touchpoint, field, formats, zone);
        return value == null ? "" : value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value + "";
    }

    private static @Nullable Object value(NewTouchpoint touchpoint, Field field, Formats formats, ZoneId zone) {
        var end = touchpoint.endedAt();
        var to = touchpoint.handedTo();
        var journey = touchpoint.journey();
        return switch (field) {
            case JOURNEY -> journey == null ? null : journey.caseNumber();
            case AT -> formats.dateTime(touchpoint.at(), zone);
            case DEPARTMENT -> touchpoint.department();
            case TEAM -> touchpoint.team();
            case ACTIVITY -> touchpoint.activity();
            case CUSTOMER ->
                touchpoint.customer().isEmpty()
                        ? null
                        : touchpoint.customer().getFirst().value();
            case AGENT -> touchpoint.agent();
            case CHANNEL -> touchpoint.channel();
            case DIRECTION -> touchpoint.direction();
            case TOPIC -> touchpoint.topic();
            case OUTCOME -> touchpoint.outcome();
            case ENDED_AT -> end == null ? null : formats.dateTime(end, zone);
            case EXTERNAL_ID -> touchpoint.externalId();
            case HANDED_TO -> to == null ? null : to.department();
            case HANDED_TO_TEAM -> to == null ? null : to.team();
            case TEXT -> touchpoint.text();
            case HANDLED_BY -> touchpoint.handledBy();
            case ANSWERED -> touchpoint.answered();
            case PURPOSE -> touchpoint.purpose();
            case VISIBILITY -> touchpoint.visibility();
            case LANGUAGE -> touchpoint.language();
            case BY -> touchpoint.by();
            default -> null;
        };
    }
}
