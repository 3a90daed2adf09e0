package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.Window.Kind;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.JourneyType;
import nl.baton.journey.Outcome;
import nl.baton.journey.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Says what happened in one sentence that a customer would recognise. */
@Component
@PreAuthorize("isAuthenticated()")
public class HandoffWords {

    /** The rules that measure a time. */
    private static final Set<String> TIMES = Set.of("LATE_PICKUP", "OVERRUN", NotPickedUp.CODE);

    private static final String PROMISE = "BROKEN_PROMISE";
    private static final String REFUSED = "REFUSED";
    private static final String ABANDONED = "ABANDONED";
    private static final String REOPENED = "REOPENED";

    private final Texts texts;
    private final AgreedTerms terms;

    HandoffWords(Texts texts, AgreedTerms terms) {
        this.texts = texts;
        this.terms = terms;
    }

    /** The name of a rule, such as "Picked up late". */
    public String rule(Locale locale, String code) {
        return texts.text(locale, "rule." + code + ".name");
    }

    /** What a rule says, exactly. */
    public String definition(Locale locale, String code) {
        Duration pickUp = terms.usual().pickUp();
        return texts.text(
                locale,
                "rule." + code + ".definition",
                Formats.of(locale).number(pickUp.toMinutes() / 60.0, pickUp.toMinutes() % 60 == 0 ? 0 : 1));
    }

    /** What went wrong, told from the customer's side. */
    public String sentence(Locale locale, Finding finding, String from, String to, OpeningHours receiver) {
        Evidence evidence = finding.evidence();
        Long measured = evidence.measured();
        Long allowed = evidence.allowed();
        boolean time = TIMES.contains(finding.rule());
        OpeningHours clock = JourneyType.Clock.CALENDAR.name().equals(evidence.subject())
                ? OpeningHours.always(receiver.zone())
                : receiver;
        return texts.text(
                locale,
                "rule." + finding.rule() + ".sentence" + variant(finding),
                from,
                to,
                measured == null ? "" : time ? wait(locale, Duration.ofMillis(measured), clock) : measured,
                allowed == null ? "" : time ? wait(locale, Duration.ofMillis(allowed), clock) : allowed,
                evidence.subject() == null ? "" : evidence.subject(),
                finding.rule().equals(PROMISE) && allowed != null
                        ? Formats.of(locale).date(Days.dayOf(Instant.ofEpochMilli(allowed), receiver.zone()))
                        : "");
    }

    /** What the numbers of a finding are, for other systems: SECONDS, a MOMENT in seconds since 1970, or null: a count. */
    @Nullable
    String unit(Finding finding) {
        if (finding.rule().equals(PROMISE)) {
            return "MOMENT";
        }
        return TIMES.contains(finding.rule()) || finding.rule().equals(REOPENED) ? "SECONDS" : null;
    }

    private static String variant(Finding finding) {
        String subject = finding.evidence().subject();
        if (finding.rule().equals(REFUSED) && Receipt.State.ASKED_BACK.name().equals(subject)) {
            return ".back";
        }
        return finding.rule().equals(ABANDONED) && Outcome.CANCELLED.name().equals(subject) ? ".cancelled" : "";
    }

    /** What is wrong with a pass that nobody has begun. */
    public Finding notPickedUp(JourneyStory.JudgedPass judged) {
        return new Finding(
                NotPickedUp.CODE,
                Kind.LEG,
                false,
                new Evidence(
                        List.of(judged.pass().passing().id()),
                        judged.businessWait().toMillis(),
                        judged.allowed().toMillis(),
                        null));
    }

    /** A wait in opening hours: "6 working days", "5 working hours"; calendar time where it is always open. */
    public String wait(Locale locale, Duration business, OpeningHours receiver) {
        String kind = receiver.isAlways() ? "calendar" : "working";
        double minutes = business.toSeconds() / 60.0;
        double dayMinutes = receiver.workingDay().toMinutes();
        if (minutes < 1) {
            return texts.text(locale, "wait.none");
        }
        if (minutes < 60) {
            return words(locale, "minutes", Math.round(minutes), 0);
        }
        if (minutes < 2 * dayMinutes) {
            return words(locale, "hours." + kind, minutes / 60, minutes < 600 && minutes % 60 >= 3 ? 1 : 0);
        }
        return words(locale, "days." + kind, minutes / dayMinutes, 0);
    }

    private String words(Locale locale, String unit, double amount, int digits) {
        String number = Formats.of(locale).number(amount, digits);
        return texts.text(locale, "wait." + unit, number, number.equals("1") ? 1 : 2);
    }
}
