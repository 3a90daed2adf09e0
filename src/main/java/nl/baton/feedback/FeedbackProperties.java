package nl.baton.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Within how many days customers should hear what came of what they said, where its source does not say by when.
 *
 * @param complaintDays of a complaint
 * @param negativeDays of an answer with a negative score
 * @param otherDays of anything else
 */
@Validated
@ConfigurationProperties("baton.feedback")
record FeedbackProperties(
        @DefaultValue("7") @Min(1) @Max(MOST_DAYS) int complaintDays,
        @DefaultValue("7") @Min(1) @Max(MOST_DAYS) int negativeDays,
        @DefaultValue("14") @Min(1) @Max(MOST_DAYS) int otherDays) {

    private static final int MOST_DAYS = 365;

    int days(NewFeedback feedback) {
        if (feedback.kind() == FeedbackKind.COMPLAINT) {
            return complaintDays;
        }
        return feedback.kind().negative(feedback.score()) ? negativeDays : otherDays;
    }
}
