package nl.baton.feedback;

import java.util.Collection;
import java.util.Map;

/** Tells which handoff feedback followed; implemented by the module that knows handoffs. */
public interface FeedbackTies {

    /** By the feedback's id, of those that followed any; for who has made sure that the asker may know. */
    Map<Long, FeedbackTie> of(Collection<Long> feedback);
}
