package nl.baton.profile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.Wishes;
import nl.baton.customer.ui.HoursWords;
import nl.baton.customer.ui.ProfileWarning;
import nl.baton.department.OpeningHours;
import nl.baton.journey.ChannelKind;

/** How and when the customer likes to be spoken to, whether now is a good moment, and what to know before. */
final class WishesLine extends Div {

    private static final long serialVersionUID = 1;

    private final transient List<ProfileWarning> warnings;
    private final transient Clock clock;
    private final transient ZoneId zone;

    WishesLine(List<ProfileWarning> warnings, Clock clock, ZoneId zone) {
        this.warnings = warnings;
        this.clock = clock;
        this.zone = zone;
        addClassName("wishes");
    }

    void show(long customer, Wishes wishes) {
        removeAll();
        if (wishes.channel() != null) {
            add(quiet(getTranslation(
                    "profile.wish.channel", channelName(wishes.channel().value()))));
        }
        OpeningHours open = wishes.open();
        if (open != null && !open.isAlways()) {
            add(
                    quiet(getTranslation("profile.wish.hours", HoursWords.of(open, getLocale()))),
                    wishes.moment() == Wishes.Moment.GOOD
                            ? new StateLabel(StateLabel.State.FINE, getTranslation("profile.wish.now"))
                            : new StateLabel(StateLabel.State.AT_RISK, later(wishes)));
        }
        if (wishes.doNotCall()) {
            add(warning(getTranslation("profile.warning.do-not-call")));
        }
        warnings.forEach(each -> each.warnings(customer, this).forEach(text -> add(warning(text))));
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    private static StateLabel warning(String text) {
        StateLabel label = new StateLabel(StateLabel.State.BROKEN, text);
        label.addClassName("warning");
        return label;
    }

    private String later(Wishes wishes) {
        Instant from = wishes.goodFrom();
        if (from == null) {
            return getTranslation("profile.wish.not-now");
        }
        Formats formats = Formats.of(getLocale());
        boolean today = Days.dayOf(from, zone).equals(Days.dayOf(clock.instant(), zone));
        String time = formats.time(from, zone);
        return getTranslation(
                "profile.wish.not-now.from", today ? time : formats.shortWeekday(Days.dayOf(from, zone)) + " " + time);
    }

    private String channelName(String channel) {
        ChannelKind kind = ChannelKind.of(channel);
        return kind == ChannelKind.OTHER
                ? channel
                : getTranslation("profile.by." + kind.name().toLowerCase(Locale.ROOT));
    }
}
