package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import nl.baton.segment.Trait;

/** One trait, with its fields where it stands. */
final class TraitEditor extends PartEditor {

    private static final long serialVersionUID = 1;

    private final TraitKind kind;
    private final TraitForm form;
    private final Span unfinished = new Span(say("unfinished"));

    TraitEditor(TraitKind kind, Deeds deeds) {
        super(deeds);
        this.kind = kind;
        this.form = deeds.forms().form(kind, deeds::changed);
        addClassName("trait-part");
        Span name = new Span(label());
        name.addClassName("part-name");
        unfinished.addClassName("unfinished-note");
        Div body = new Div(name, form, unfinished);
        body.addClassName("part-body");
        body.getElement().setAttribute("role", "group").setAttribute("aria-label", label());
        add(lead(), body, tools());
        getElement().setAttribute("role", "listitem");
    }

    static TraitEditor of(Trait trait, Deeds deeds) {
        TraitEditor editor = new TraitEditor(TraitKind.of(trait), deeds);
        editor.form.show(trait);
        return editor;
    }

    @Override
    Optional<Trait> asked() {
        Optional<Trait> asked = form.value();
        setClassName("unfinished", asked.isEmpty());
        unfinished.setVisible(asked.isEmpty());
        return asked;
    }

    @Override
    int unfinished() {
        return form.value().isEmpty() ? 1 : 0;
    }

    @Override
    String label() {
        return say("trait." + kind);
    }

    @Override
    void focus() {
        if (form.getComponentCount() == 0) {
            focusLead();
        } else {
            form.focus();
        }
    }
}
