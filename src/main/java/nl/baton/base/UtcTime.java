package nl.baton.base;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the database keeps them: UTC wall-clock time, so that no driver's or server's zone can shift them. */
public final class UtcTime {

    private UtcTime() {}

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    public static @Nullable Instant instantOrNull(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
