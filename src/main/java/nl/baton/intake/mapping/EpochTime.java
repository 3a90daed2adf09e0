package nl.baton.intake.mapping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Seconds or milliseconds since 1970, told apart by their length: 9 or 10 digits, or 12 or 13. */
final class EpochTime implements TimeParser {

    @Override
    public @Nullable Instant parse(String text) {
        int mark = text.indexOf('.');
        int digits = mark < 0 ? text.length() : mark;
        boolean millis = digits == 12 || digits == 13;
        if (!millis && digits != 9 && digits != 10) {
            return null;
        }
        long whole = 0;
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            whole = 10 * whole + c - '0';
        }
        if (millis) {
            return mark < 0 ? Instant.ofEpochMilli(whole) : null;
        }
        int nanos = 0;
        if (mark >= 0) {
            var scan = new Scan(text.substring(mark + 1));
            nanos = scan.fraction();
            if (scan.failed() || !scan.atEnd()) {
                return null;
            }
        }
        return Instant.ofEpochSecond(whole, nanos / 1000 * 1000L);
    }
}
