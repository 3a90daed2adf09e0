package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.department.Department;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.Work;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/** Whose it is, by when, and what came of it. */
final class InboxFacts extends DescriptionList {

    private static final long serialVersionUID = 1;

    /** @param mine whether it is on the asker's desk */
    InboxFacts(InboxItem item, boolean mine, InboxReading reading, InboxWords words) {
        addClassName("inbox-facts");
        Work work = item.work();
        if (item.workable()) {
            fact(words.say("owner"), owner(work.desk().owner(), reading, words));
            text(
                    words.say("handler"),
                    mine ? words.say("handler.you") : work.desk().handler());
        }
        if (work.waiting()) {
            Span due = new Span(words.due(item));
            due.setClassName("late", words.late(item));
            fact(words.say("tell-by"), due);
        }
        CaseKey journey = item.journey();
        if (journey != null) {
            text(words.say("journey"), journey.caseNumber());
        }
        text(
                words.say("cause"),
                work.outcome().cause() == null
                        ? null
                        : words.cause(work.outcome().cause()));
        if (work.outcome().changed() != null) {
            text(
                    words.say("changed"),
                    words.say(Boolean.TRUE.equals(work.outcome().changed()) ? "yes" : "no"));
        }
        text(words.say("told-by"), words.toldBy(work.telling().channel()));
    }

    private void text(String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            fact(heading, new Span(text));
        }
    }

    private void fact(String heading, Component what) {
        Description description = new Description();
        description.add(what);
        add(new Term(heading), description);
    }

    private static Component owner(@Nullable String owner, InboxReading reading, InboxWords words) {
        if (owner == null || owner.isBlank()) {
            return new Span(words.say("owner.nobody"));
        }
        Department department = reading.department(owner);
        return department == null ? new Span(owner) : new DepartmentLabel(department.name(), department.slot());
    }
}
