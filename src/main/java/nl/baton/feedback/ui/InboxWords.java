package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.customer.CustomerCard;
import nl.baton.feedback.FeedbackCause;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ToldBy;
import org.jspecify.annotations.Nullable;

/** How items of the inbox are said. */
final class InboxWords {

    private final Component says;
    private final ZoneId zone;
    private final Instant now;
    final Formats formats;

    InboxWords(Component says, Locale locale, InboxReading reading) {
        this.says = says;
        this.zone = reading.properties().zone();
        this.now = reading.now();
        this.formats = Formats.of(locale);
    }

    String say(String key, Object... values) {
        return says.getTranslation("feedback.inbox." + key, values);
    }

    String customer(InboxItem item) {
        CustomerCard customer = item.customer();
        if (customer == null) {
            return say("nobody");
        }
        return customer.name() == null ? says.getTranslation("customer.unnamed", customer.number()) : customer.name();
    }

    /** "Ease 2 of 7", "Complaint". */
    String what(InboxItem item) {
        String kind = says.getTranslation("feedback.kind." + item.kind().name());
        return item.score() == null
                ? kind
                : says.getTranslation(
                        "feedback.score", kind, item.score(), item.kind().most());
    }

    /** By when the customer should have heard: "6 days late", "today 17:00", "Fri 29 May". */
    String due(InboxItem item) {
        Instant by = item.tellBy();
        LocalDate day = Days.dayOf(by, zone);
        LocalDate today = Days.dayOf(now, zone);
        if (by.isBefore(now)) {
            long days = ChronoUnit.DAYS.between(day, today);
            return days == 0 ? say("late.today", formats.time(by, zone)) : say("late", days);
        }
        return day.equals(today) ? say("today", formats.time(by, zone)) : formats.shortWeekday(day);
    }

    boolean late(InboxItem item) {
        return item.work().waiting() && item.tellBy().isBefore(now);
    }

    /** The year only where it is another than this. */
    String day(Instant moment) {
        LocalDate day = Days.dayOf(moment, zone);
        return day.getYear() == Days.dayOf(now, zone).getYear() ? formats.shortDate(day) : formats.date(day);
    }

    String moment(Instant moment) {
        return formats.dateTime(moment, zone);
    }

    /** A source may name other causes, and other ways to tell, than Baton's own. */
    String cause(String cause) {
        return Arrays.stream(FeedbackCause.values())
                        .anyMatch(known -> known.name().equals(cause))
                ? say("cause." + cause)
                : cause;
    }

    @Nullable
    String toldBy(@Nullable String channel) {
        return Arrays.stream(ToldBy.values()).anyMatch(known -> known.name().equals(channel))
                ? say("by." + channel)
                : channel;
    }
}
