package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import nl.baton.base.ui.ExplainedPart;

/** A part of the value screen, and what it says in a sentence. */
class ValuePart extends ExplainedPart {

    private static final long serialVersionUID = 1;

    ValuePart(String key, Object... ofDefinition) {
        super("value.part.", "value-part", key, ofDefinition);
    }

    /** A sentence, before the figures that prove it. */
    final void says(String sentence, Component... more) {
        Paragraph said = new Paragraph(sentence);
        said.add(more);
        said.addClassName("says");
        add(said);
    }

    final void small(String sentence) {
        Paragraph said = new Paragraph(sentence);
        said.addClassNames("quiet", "small");
        add(said);
    }
}
