package nl.baton.handoff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the journeys that a filter counts: those behind one figure.
 *
 * @param stage the stage meant, from 1 on; 0 for none, or for before the first
 * @param department to which they went instead; 0 for none
 */
public record CourseList(Kind kind, int stage, long department) {

    /** What they have in common. */
    public enum Kind {
        /** Every journey with a department. */
        ALL(0),
        /** Open ones. */
        OPEN(0),
        /** Those that go, or went, by the stages. */
        FOLLOW(0),
        /** Those that went elsewhere, or ended early. */
        LEAVE(0),
        /** Those that went to a department after a stage. */
        LEFT(2),
        /** Those that ended after a stage. */
        STOPPED(1),
        /** Those that reached a stage in order. */
        REACHED(1),
        /** Open ones that have come as far as a stage, in order. */
        AT(1),
        /** Those whose leg in a stage is over. */
        ENDED(1),
        /** Those among them that used more than promised. */
        OVERRAN(1),
        /** Those whose customer got in touch. */
        ASKED(0),
        /** Those without a department, which no figure counts. */
        NO_LEG(0);

        private final int numbers;

        Kind(int numbers) {
            this.numbers = numbers;
        }
    }

    public static CourseList of(Kind kind) {
        return new CourseList(kind, 0, 0);
    }

    public static CourseList of(Kind kind, int stage) {
        return new CourseList(kind, stage, 0);
    }

    /** How it is named in an address: {@code follow}, {@code reached-2}, {@code left-1-1003}. */
    public String code() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
        return switch (kind.numbers) {
            case 0 -> name;
            case 1 -> name + "-" + stage;
            default -> name + "-" + stage + "-" + department;
        };
    }

    /** Empty when no list has that name. */
    public static Optional<CourseList> read(String code) {
        if (!code.matches("[a-z.]{1,12}(-\\d{1,3}(-\\d{1,18})?)?")) {
            return Optional.empty();
        }
        String[] parts = code.split("-");
        String name = parts[0].replace('.', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name) && kind.numbers == parts.length - 1)
                .findFirst()
                .map(kind -> new CourseList(
                        kind,
                        parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
                        parts.length > 2 ? Long.parseLong(parts[2]) : 0));
    }
}
