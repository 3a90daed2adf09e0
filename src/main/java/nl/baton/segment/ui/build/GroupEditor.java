package nl.baton.segment.ui.build;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.baton.base.ui.Glyph;
import nl.baton.segment.Condition;
import nl.baton.segment.Trait;
import nl.baton.segment.ui.build.TraitKind.Theme;

/** Parts of which all are to be true, or one at least. */
final class GroupEditor extends PartEditor {

    private static final long serialVersionUID = 1;

    private final boolean outermost;
    private final List<PartEditor> parts = new ArrayList<>();
    private final Div list = new Div();
    private final NativeButton allOf = new NativeButton(say("all"), click -> choose(true));
    private final NativeButton oneOf = new NativeButton(say("any"), click -> choose(false));
    private final Button addGroup = new Button(say("add-group"), click -> addGroup());
    private boolean all = true;

    GroupEditor(boolean outermost, Deeds deeds) {
        super(deeds);
        this.outermost = outermost;
        addClassNames("group-part");
        list.addClassName("parts");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", say("parts"));
        Div which = new Div(allOf, oneOf);
        which.addClassName("segmented");
        which.getElement().setAttribute("role", "group").setAttribute("aria-label", say("joined"));
        Div head = new Div(which);
        head.addClassName("group-head");
        Button add = new Button(say("add"), new Glyph(Glyph.PLUS));
        menu(add);
        addGroup.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div foot = new Div(add, addGroup);
        foot.addClassName("group-foot");
        Div body = new Div(head, list, foot);
        body.addClassName("part-body");
        add(body);
        if (!outermost) {
            addComponentAsFirst(lead());
            add(tools());
            getElement().setAttribute("role", "listitem");
        }
        all(true);
    }

    private void menu(Button button) {
        SectionMenu menu = new SectionMenu(button, say("add"));
        Map<Theme, SectionMenu.Section> sections = new EnumMap<>(Theme.class);
        for (TraitKind kind : TraitKind.values()) {
            sections.computeIfAbsent(kind.theme(), theme -> menu.section(say("theme." + theme)))
                    .item(say("trait." + kind), () -> {
                        TraitEditor trait = new TraitEditor(kind, deeds());
                        insert(trait, parts.size());
                        deeds().changed();
                        trait.focus();
                    });
        }
    }

    private void addGroup() {
        GroupEditor inner = new GroupEditor(false, deeds());
        inner.all(!all);
        insert(inner, parts.size());
        deeds().changed();
        inner.focus();
    }

    private void choose(boolean now) {
        all(now);
        deeds().changed();
    }

    void all(boolean now) {
        all = now;
        allOf.getElement().setAttribute("aria-pressed", Boolean.toString(now));
        oneOf.getElement().setAttribute("aria-pressed", Boolean.toString(!now));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** 1 for the outermost. */
    int depth() {
        GroupEditor around = group();
        return around == null ? 1 : around.depth() + 1;
    }

    /** Takes over what a condition asks for. */
    void show(Condition condition) {
        List.copyOf(parts).forEach(this::take);
        switch (condition) {
            case Condition.All(var inner) -> show(true, inner);
            case Condition.Any(var inner) -> show(false, inner);
            case Condition.Not not -> show(true, List.of(not));
            case Trait trait -> show(true, List.of(trait));
        }
    }

    private void show(boolean joined, List<Condition> inner) {
        all(joined);
        inner.forEach(each -> insert(editor(each), parts.size()));
    }

    private PartEditor editor(Condition condition) {
        return switch (condition) {
            case Condition.Not(var inner) -> {
                PartEditor editor = editor(inner);
                editor.turn(!editor.turned());
                yield editor;
            }
            case Trait trait -> TraitEditor.of(trait, deeds());
            case Condition group -> {
                GroupEditor editor = new GroupEditor(false, deeds());
                editor.show(group);
                yield editor;
            }
        };
    }

    void insert(PartEditor part, int at) {
        int place = Math.min(at, parts.size());
        parts.add(place, part);
        list.addComponentAtIndex(place, part);
        part.standIn(this);
    }

    /** @return where it stood */
    int take(PartEditor part) {
        int at = parts.indexOf(part);
        parts.remove(part);
        list.remove(part);
        part.standIn(null);
        return at;
    }

    /** This group and those within, from the outermost on. */
    Stream<GroupEditor> groups() {
        return Stream.concat(
                Stream.of(this),
                parts.stream().flatMap(part -> part instanceof GroupEditor inner ? inner.groups() : Stream.empty()));
    }

    /** After something has moved: each says how it goes with the one before it. */
    void arrange(List<GroupEditor> groups) {
        addGroup.setVisible(depth() < Condition.DEEPEST);
        for (int i = 0; i < parts.size(); i++) {
            PartEditor part = parts.get(i);
            part.stand(i == 0 ? "" : say(all ? "and" : "or"), groups);
            if (part instanceof GroupEditor inner) {
                inner.arrange(groups);
            }
        }
    }

    @Override
    Optional<Condition> asked() {
        List<Condition> finished =
                parts.stream().map(PartEditor::value).flatMap(Optional::stream).toList();
        return finished.isEmpty()
                ? Optional.empty()
                : Optional.of(all ? new Condition.All(finished) : new Condition.Any(finished));
    }

    @Override
    int unfinished() {
        return !outermost && parts.isEmpty()
                ? 1
                : parts.stream().mapToInt(PartEditor::unfinished).sum();
    }

    @Override
    String label() {
        String inner = parts.stream().map(PartEditor::label).collect(Collectors.joining(", "));
        return outermost ? say("group.outermost") : inner.isEmpty() ? say("group.empty") : say("group.of", inner);
    }

    @Override
    void focus() {
        (all ? allOf : oneOf).focus();
    }
}
