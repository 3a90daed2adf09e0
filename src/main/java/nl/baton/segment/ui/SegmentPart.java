package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import nl.baton.base.ui.ExplainedPart;

/** A part of a segment's screen, and what it says in a sentence. */
class SegmentPart extends ExplainedPart {

    private static final long serialVersionUID = 1;

    SegmentPart(String key, Object... ofDefinition) {
        super("segment.part.", "value-part", key, ofDefinition);
    }

    final void says(String sentence, Component... more) {
        Paragraph said = new Paragraph(sentence);
        said.add(more);
        said.addClassName("says");
        add(said);
    }
}
