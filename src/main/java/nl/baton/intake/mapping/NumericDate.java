package nl.baton.intake.mapping;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Day, month and year in figures, in either order, with a clock time after it or none: 29/2/2016 01:16, 2-29-2016 1:16 PM. */
final class NumericDate implements TimeParser {

    private final LocalMoment zone;
    private final boolean dayFirst;

    NumericDate(ZoneId zone, boolean dayFirst) {
        this.zone = new LocalMoment(zone);
        this.dayFirst = dayFirst;
    }

    @Override
    public @Nullable Instant parse(String text) {
        var scan = new Scan(text);
        int one = scan.digits(1, 2);
        char separator = scan.oneOf("/-.");
        int two = scan.digits(1, 2);
        if (separator == Scan.NONE || scan.oneOf(String.valueOf(separator)) == Scan.NONE) {
            return null;
        }
        int year = scan.digits(4, 4);
        int day = dayFirst ? one : two;
        int month = dayFirst ? two : one;
        scan.oneOf(",T");
        scan.blanks();
        if (scan.failed()) {
            return null;
        }
        if (scan.atEnd()) {
            return zone.at(year, month, day, 0, 0, 0, 0);
        }
        int hour = scan.digits(1, 2);
        int minute = scan.oneOf(":.") != Scan.NONE ? scan.digits(2, 2) : -1;
        int second = scan.oneOf(":.") != Scan.NONE ? scan.digits(2, 2) : 0;
        int nano = scan.oneOf(".,") != Scan.NONE ? scan.fraction() : 0;
        scan.blanks();
        boolean morning = scan.word("AM");
        boolean afternoon = !morning && scan.word("PM");
        if (morning || afternoon) {
            hour = twelve(hour, afternoon);
        }
        Integer offset = scan.offset();
        if (scan.failed() || !scan.atEnd()) {
            return null;
        }
        return offset == null
                ? zone.at(year, month, day, hour, minute, second, nano)
                : LocalMoment.at(year, month, day, hour, minute, second, nano, offset);
    }

    private static int twelve(int hour, boolean afternoon) {
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (afternoon ? 12 : 0);
    }
}
