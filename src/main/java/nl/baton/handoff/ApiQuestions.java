package nl.baton.handoff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import nl.baton.base.Period;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Reads what all questions to the API have in common; what is wrong is told with its field. */
@Component
class ApiQuestions {

    private static final int LARGEST_PAGE = 500;

    private final JourneyTypes journeyTypes;

    ApiQuestions(JourneyTypes journeyTypes) {
        this.journeyTypes = journeyTypes;
    }

    /** The id of a journey type by its code; null where none is asked for. */
    @Nullable
    Long journeyType(@Nullable String code) {
        return code == null
                ? null
                : journeyTypes.all().stream()
                        .filter(type -> type.code().equals(code))
                        .map(JourneyType::id)
                        .findFirst()
                        .orElseThrow(() -> bad("journeyType", "is not known"));
    }

    /** A part of a list. */
    record Part(int offset, int limit) {}

    /** @param page from 0 */
    static Part part(int page, int size) {
        if (page < 0 || page > Integer.MAX_VALUE / LARGEST_PAGE) {
            throw bad("page", "must be 0 or more");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw bad("size", "must be 1 to " + LARGEST_PAGE);
        }
        return new Part(page * size, size);
    }

    /** Null for all there is; one end alone is enough. */
    static @Nullable Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        LocalDate first = from == null ? LocalDate.of(1970, 1, 1) : from;
        LocalDate last = to == null ? LocalDate.of(9999, 12, 31) : to;
        if (last.isBefore(first)) {
            throw bad("to", "must not be before from");
        }
        return new Period(first, last);
    }

    static Grain grain(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "department" -> Grain.DEPARTMENT;
            case "team" -> Grain.TEAM;
            default -> throw bad("grain", "must be department or team");
        };
    }

    /** One of several names, in capitals as they are listed. */
    static <E extends Enum<E>> E oneOf(E[] all, String field, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad(field, "must be one of " + Arrays.toString(all)));
    }

    static ErrorResponseException bad(String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + reason);
        problem.setTitle("The request cannot be answered");
        problem.setProperty("field", field);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
