package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.journey.Promise;
import nl.baton.journey.Settlement;
import org.springframework.modulith.NamedInterface;

/** How promises are said. */
@NamedInterface("ui")
public final class PromiseWords {

    private PromiseWords() {}

    /** "fri 29 May", or "fri 29 May before 17:00". What is due at midnight is due on the day before. */
    public static String due(Instant due, ZoneId zone, Locale locale, Component says) {
        Formats formats = Formats.of(locale);
        LocalDate day = Days.dayOf(due.minusNanos(1), zone);
        String date = formats.weekday(day);
        return Days.endOf(day, zone).equals(due)
                ? date
                : says.getTranslation("journey.promise.before", date, formats.time(due, zone));
    }

    /** "Missed", "Tomorrow", "Kept": the state in a word, and what it is as a shape. */
    public static StateLabel state(Promise promise, Instant now, ZoneId zone, Component says) {
        return switch (promise.state()) {
            case BROKEN ->
                new StateLabel(
                        StateLabel.State.BROKEN,
                        says.getTranslation(
                                promise.unsettled()
                                        ? "journey.promise.missed"
                                        : promise.settled() == Settlement.State.KEPT
                                                ? "journey.promise.late"
                                                : "journey.promise.broken"));
            case DUE -> {
                boolean today = promise.dueDay(zone).equals(Days.dayOf(now, zone));
                yield new StateLabel(
                        StateLabel.State.AT_RISK,
                        says.getTranslation(today ? "journey.promise.today" : "journey.promise.tomorrow"));
            }
            case MADE -> new StateLabel(StateLabel.State.UNKNOWN, says.getTranslation("journey.promise.made"));
            case KEPT -> new StateLabel(StateLabel.State.FINE, says.getTranslation("journey.promise.kept"));
            case WITHDRAWN ->
                new StateLabel(StateLabel.State.UNKNOWN, says.getTranslation("journey.promise.withdrawn"));
        };
    }
}
