package nl.baton.intake.mapping;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 as people and programs write it: year, month, day; then, after a T or a blank, the clock time with or
 * without seconds, fraction and offset. Without an offset it is meant in the zone given.
 */
final class IsoTime implements TimeParser {

    private static final int COMPACT = 8;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private final LocalMoment zone;

    IsoTime(ZoneId zone) {
        this.zone = new LocalMoment(zone);
    }

    @Override
    public @Nullable Instant parse(String text) {
        if (text.length() == COMPACT) {
            return compact(text);
        }
        var scan = new Scan(text);
        int year = scan.digits(4, 4);
        char separator = scan.oneOf("-/");
        int month = scan.digits(2, 2);
        if (separator == Scan.NONE || scan.oneOf(String.valueOf(separator)) == Scan.NONE) {
            return null;
        }
        int day = scan.digits(2, 2);
        if (scan.failed()) {
            return null;
        }
        if (scan.atEnd()) {
            return zone.at(year, month, day, 0, 0, 0, 0);
        }
        if (scan.oneOf("T t") == Scan.NONE) {
            return null;
        }
        int hour = scan.digits(2, 2);
        boolean minutes = scan.oneOf(":") != Scan.NONE;
        int minute = minutes ? scan.digits(2, 2) : -1;
        int second = scan.oneOf(":") != Scan.NONE ? scan.digits(2, 2) : 0;
        int nano = scan.oneOf(".,") != Scan.NONE ? scan.fraction() : 0;
        Integer offset = scan.offset();
        if (scan.failed() || !scan.atEnd()) {
            return null;
        }
        return offset == null
                ? zone.at(year, month, day, hour, minute, second, nano)
                : LocalMoment.at(year, month, day, hour, minute, second, nano, offset);
    }

    private @Nullable Instant compact(String text) {
        var scan = new Scan(text);
        int year = scan.digits(4, 4);
        int month = scan.digits(2, 2);
        int day = scan.digits(2, 2);
        return scan.failed() || !scan.atEnd() || year < FIRST_YEAR || year > LAST_YEAR
                ? null
                : zone.at(year, month, day, 0, 0, 0, 0);
    }
}
