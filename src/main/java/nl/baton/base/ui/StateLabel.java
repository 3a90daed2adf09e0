package nl.baton.base.ui;

import com.vaadin.flow.component.html.Span;

/** A state as shape, word and colour: never colour alone. */
public final class StateLabel extends Span {

    /** What can be said of a handoff, a promise, a source. */
    public enum State {
        BROKEN(Glyph.BROKEN),
        AT_RISK(Glyph.AT_RISK),
        FINE(Glyph.FINE),
        UNKNOWN(Glyph.UNKNOWN);

        private final String glyph;

        State(String glyph) {
            this.glyph = glyph;
        }
    }

    public StateLabel(State state, String word) {
        addClassNames("state", state.glyph);
        add(new Glyph(state.glyph), new Span(word));
    }
}
