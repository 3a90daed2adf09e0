package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.feedback.CustomerFeedback.Said;

/** How feedback is said. */
final class FeedbackWords {

    private FeedbackWords() {}

    /** "Effort 2 of 7", "Complaint". */
    static String what(Said said, Component says) {
        String kind = says.getTranslation("feedback.kind." + said.kind().name());
        return said.score() == null
                ? kind
                : says.getTranslation(
                        "feedback.score", kind, said.score(), said.kind().most());
    }

    /** Whether, and when, the customer was told what became of it. */
    static String told(Said said, ZoneId zone, Locale locale, Component says) {
        return said.toldAt() == null
                ? says.getTranslation("feedback.not-told")
                : says.getTranslation("feedback.told", Formats.of(locale).date(Days.dayOf(said.toldAt(), zone)));
    }
}
