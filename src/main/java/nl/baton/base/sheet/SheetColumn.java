package nl.baton.base.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param definition what it means, exactly; may be empty
 * @param value of a row; null where there is none
 */
public record SheetColumn<T>(
        String heading, String definition, Kind kind, Function<? super T, ? extends @Nullable Object> value) {

    /** How its values are written. */
    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        /** A number from 0 to 1, shown in percent. */
        SHARE,
        /** A {@link LocalDate}. */
        DAY,
        /** A {@link LocalDateTime}, in the company's time zone. */
        MOMENT
    }

    public static <T> SheetColumn<T> text(
            String heading, String definition, Function<? super T, @Nullable String> value) {
        return new SheetColumn<>(heading, definition, Kind.TEXT, value);
    }

    public static <T> SheetColumn<T> whole(
            String heading, String definition, Function<? super T, @Nullable Long> value) {
        return new SheetColumn<>(heading, definition, Kind.WHOLE, value);
    }

    public static <T> SheetColumn<T> decimal(
            String heading, String definition, Function<? super T, @Nullable Double> value) {
        return new SheetColumn<>(heading, definition, Kind.DECIMAL, value);
    }

    public static <T> SheetColumn<T> share(
            String heading, String definition, Function<? super T, @Nullable Double> value) {
        return new SheetColumn<>(heading, definition, Kind.SHARE, value);
    }

    public static <T> SheetColumn<T> moment(
            String heading, String definition, Function<? super T, @Nullable LocalDateTime> value) {
        return new SheetColumn<>(heading, definition, Kind.MOMENT, value);
    }
}
