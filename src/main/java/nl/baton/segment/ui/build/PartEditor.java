package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import nl.baton.base.ui.Glyph;
import nl.baton.segment.Condition;
import org.jspecify.annotations.Nullable;

/** A trait or a group within the condition that is being built: it can be turned round, moved and removed. */
abstract class PartEditor extends Div {

    private static final long serialVersionUID = 1;

    /** What can be done with the parts of a condition. */
    interface Deeds extends Serializable {

        void changed();

        void remove(PartEditor part);

        void move(PartEditor part, GroupEditor to);

        /** Puts it into a group of its own, where it stood. */
        void wrap(PartEditor part);

        TraitForms forms();
    }

    private final Deeds deeds;
    private final Span joiner = new Span();
    private final NativeButton not;
    private final NativeButton move;
    private final NativeButton remove;
    private final SectionMenu moves;
    private @Nullable GroupEditor group;
    private boolean turned;

    PartEditor(Deeds deeds) {
        this.deeds = deeds;
        addClassName("part");
        joiner.addClassName("joiner");
        not = new NativeButton(say("not"), click -> {
            turn(!turned);
            deeds.changed();
        });
        not.addClassName("not");
        move = new NativeButton(say("move"));
        move.addClassNames("tool", "move");
        moves = new SectionMenu(move, say("move"));
        remove = new NativeButton("", click -> deeds.remove(this));
        remove.addClassNames("tool", "remove");
        remove.add(new Glyph(Glyph.CLOSE));
        turn(false);
    }

    /** What stands right of every part but the outermost group. */
    final Div tools() {
        Div tools = new Div(move, remove);
        tools.addClassName("tools");
        return tools;
    }

    /** How it goes with the one before, and whether it is turned round: what stands left of it. */
    final Div lead() {
        Div lead = new Div(joiner, not);
        lead.addClassName("lead");
        return lead;
    }

    final void focusLead() {
        not.focus();
    }

    final Deeds deeds() {
        return deeds;
    }

    final @Nullable GroupEditor group() {
        return group;
    }

    final void standIn(@Nullable GroupEditor of) {
        group = of;
    }

    /** Everyone else is asked for, or not any more. */
    final void turn(boolean now) {
        turned = now;
        not.getElement().setAttribute("aria-pressed", Boolean.toString(now));
        setClassName("turned", now);
    }

    final boolean turned() {
        return turned;
    }

    /** Says how it goes with the one before, and where it can go. */
    final void stand(String word, List<GroupEditor> groups) {
        joiner.setText(word);
        String name = label();
        not.setAriaLabel(say("not.of", name));
        move.setAriaLabel(say("move.of", name));
        remove.setAriaLabel(say("remove.of", name));
        moves.removeAll();
        SectionMenu.Section to = moves.section(say("move"));
        to.item(say("move.new"), () -> deeds.wrap(this));
        groups.stream()
                .filter(each -> each != group && !each.within(this))
                .forEach(each -> to.item(say("move.to", each.label()), () -> deeds.move(this, each)));
    }

    /** What it asks for; empty while it is not finished. */
    final Optional<Condition> value() {
        return asked().map(asked -> turned ? new Condition.Not(asked) : asked);
    }

    final boolean within(PartEditor other) {
        return this == other || group != null && group.within(other);
    }

    abstract Optional<? extends Condition> asked();

    /** How many traits are not finished. */
    abstract int unfinished();

    /** In a few words. */
    abstract String label();

    abstract void focus();

    final String say(String key, Object... arguments) {
        return getTranslation("segment.build." + key, arguments);
    }
}
