package nl.baton.feedback.ui;

import nl.baton.department.Department;
import nl.baton.feedback.FeedbackCause;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ToldBy;
import org.jspecify.annotations.Nullable;

/** What can be done with an item on the screen. */
interface InboxDeeds {

    /** Whether it is on the asker's desk. */
    boolean mine(InboxItem item);

    void take(InboxItem item);

    void handOn(InboxItem item, Department to);

    void tell(InboxItem item, String done, ToldBy by, String text);

    void close(InboxItem item, String done, @Nullable FeedbackCause cause, boolean changed, String whyNotTold);

    void keep(InboxItem item, Typed typed);
}
