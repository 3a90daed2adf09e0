package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import nl.baton.base.Formats;
import nl.baton.handoff.LaneAnalysis.Recent;
import org.jspecify.annotations.Nullable;

/** One part of a lane's analysis: what was found, what that means exactly, and of which handoffs where not of all. */
abstract class AnalysisPart extends Div {

    private static final long serialVersionUID = 1;

    final transient ListLinks links;
    private final Paragraph note = new Paragraph();

    AnalysisPart(String name, ListLinks links) {
        this.links = links;
        addClassNames("analysis-part", name);
        note.setVisible(false);
        add(note);
    }

    /** Says something before all else; nothing where it is empty. */
    final void says(String sentence) {
        note.setText(sentence);
        note.setVisible(!sentence.isEmpty());
    }

    /** What the figures are, exactly. */
    final void explain(String key, Object... values) {
        Paragraph definition = new Paragraph(getTranslation(key, values));
        definition.addClassNames("quiet", "definition");
        add(definition);
    }

    /** Of which handoffs the figures are, where not of all. */
    final String recent(@Nullable Recent recent) {
        Formats formats = Formats.of(getLocale());
        return recent == null
                ? ""
                : getTranslation(
                        "handoff.analysis.recent", formats.number(recent.handoffs()), formats.date(recent.since()));
    }
}
