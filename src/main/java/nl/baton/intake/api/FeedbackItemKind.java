package nl.baton.intake.api;

import java.time.Instant;
import java.util.List;
import nl.baton.base.Stored;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.feedback.NewFeedback.Told;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Feedback, as far as its source has dealt with it. */
@Component
class FeedbackItemKind implements ItemKind<NewFeedback> {

    private static final int SOURCE = 80;
    private static final int ID = 200;
    private static final int NAME = 120;
    private static final int CHANNEL = 40;
    private static final int TEXT = 4_000;
    private static final int MOST_THEMES = 50;

    private final FeedbackItems items;

    FeedbackItemKind(FeedbackItems items) {
        this.items = items;
    }

    @Override
    public NewFeedback read(Fields fields, long position) {
        FeedbackKind kind = fields.requiredWord("kind", FeedbackKind.class);
        Integer score = score(fields, kind, fields.sound());
        Instant receivedAt = fields.requiredPast("receivedAt");
        Told told = fields.object("told", part -> new Told(part.requiredPast("at"), part.text("channel", CHANNEL)));
        Instant closedAt = fields.past("closedAt");
        if (told != null && told.at().isBefore(receivedAt) && fields.sound()) {
            fields.reject("told.at", "intake.item.before-received");
        }
        if (closedAt != null && closedAt.isBefore(receivedAt)) {
            fields.reject("closedAt", "intake.item.before-received");
        }
        FeedbackStatus status = fields.word("status", FeedbackStatus.class);
        return new NewFeedback(
                fields.requiredText("source", SOURCE),
                fields.requiredText("externalId", ID),
                fields.text("customer", ID),
                fields.object("journey", FeedbackItemKind::journey),
                fields.text("handoff", ID),
                fields.text("request", ID),
                kind,
                score,
                fields.text("text", TEXT),
                fields.text("language", 20),
                fields.text("channel", CHANNEL),
                receivedAt,
                status == null ? FeedbackStatus.NEW : status,
                fields.text("owner", NAME),
                fields.due("due"),
                fields.texts("themes", MOST_THEMES, NAME),
                fields.text("cause", ID),
                fields.text("done", TEXT),
                fields.flag("changed"),
                told,
                fields.text("notToldReason", 1_000),
                closedAt);
    }

    /** What scores there are depends on the kind: where that is none, nothing is to be said about the score. */
    private static @Nullable Integer score(Fields fields, FeedbackKind kind, boolean kindIsKnown) {
        if (kindIsKnown && kind.scoreNeeded()) {
            return fields.requiredWhole("score", kind.least(), kind.most());
        }
        if (kindIsKnown && kind.scored()) {
            return fields.whole("score", kind.least(), kind.most());
        }
        if (kindIsKnown && fields.has("score")) {
            fields.reject("score", "intake.item.no-score");
        }
        fields.whole("score", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return null;
    }

    private static CaseKey journey(Fields fields) {
        return new CaseKey(
                fields.requiredText("type", 80),
                fields.requiredText("source", SOURCE),
                fields.requiredText("case", ID));
    }

    @Override
    public List<Stored> store(List<NewFeedback> items) {
        return this.items.store(items);
    }

    @Override
    public String timeField() {
        return "receivedAt";
    }
}
