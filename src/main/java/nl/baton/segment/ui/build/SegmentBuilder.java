package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.UndoNotice;
import nl.baton.segment.Condition;
import nl.baton.segment.Segment;
import nl.baton.segment.TraitChoices.Choices;
import nl.baton.segment.ui.build.DraftAddress.Draft;
import org.jspecify.annotations.Nullable;

/** A condition put together by clicking: what it says and how many it finds above, its parts below, and keeping it. */
public final class SegmentBuilder extends Div implements PartEditor.Deeds {

    private static final long serialVersionUID = 1;

    private final transient BuilderReading reading;
    private final TraitForms forms;
    private final SerializableConsumer<QueryParameters> address;
    private final ScreenHead head = new ScreenHead("");
    private final LiveCount count;
    private final Paragraph unfinished = new Paragraph();
    private final StartingPoints start;
    private final GroupEditor root;
    private final KeepForm keep;
    private transient Optional<Condition> before = Optional.empty();
    private boolean filling;

    /**
     * @param segment that is changed; null for a new one
     * @param draft what was filled in before a reload, or what a link begins with
     * @param address is told where that stands
     * @param done is told the id of what was kept
     */
    public SegmentBuilder(
            Choices choices,
            @Nullable Segment segment,
            Draft draft,
            BuilderReading reading,
            SerializableConsumer<QueryParameters> address,
            SerializableConsumer<Long> done) {
        this.reading = reading;
        this.address = address;
        this.forms = new TraitForms(this, choices, reading, getLocale());
        this.count = new LiveCount(reading);
        this.start = new StartingPoints(choices.purposes(), reading, this::begin);
        this.root = new GroupEditor(true, this);
        this.keep = new KeepForm(segment, draft, reading, this::finished, done, this::load, this::changed);
        addClassName("segment-builder");
        unfinished.addClassName("unfinished-count");
        unfinished.getElement().setAttribute("role", "status");
        add(head, count, unfinished, start, root, keep);
        if (segment != null) {
            load(segment.condition());
        }
        if (draft.condition() != null) {
            fill(draft.condition());
        }
        changed();
        keep.tellIfMoved();
    }

    private void begin(Condition condition) {
        fill(condition);
        root.focus();
    }

    /** What stands there already: leaving it like that loses nothing. */
    private void load(Condition condition) {
        fill(condition);
        before = root.value();
    }

    private void fill(Condition condition) {
        filling = true;
        root.show(condition);
        filling = false;
        changed();
    }

    /** What is to be kept; empty, and said, while a part is not finished. */
    private Optional<Condition> finished() {
        return root.unfinished() > 0
                ? Optional.empty()
                : Optional.of(root.value().orElse(new Condition.All(List.of())));
    }

    /** Whether leaving would lose something. */
    public boolean unsaved() {
        return !keep.done()
                && (root.unfinished() > 0 || keep.renamed() || !root.value().equals(before));
    }

    @Override
    public void changed() {
        if (filling) {
            return;
        }
        Optional<Condition> now = root.value();
        head.setSentence(now.map(condition -> reading.words().sentence(condition, getLocale()))
                .orElseGet(() -> getTranslation("segment.build.who")));
        count.show(now);
        int open = root.unfinished();
        unfinished.setText(open == 0 ? "" : getTranslation("segment.build.unfinished.count", open));
        unfinished.setVisible(open > 0);
        start.setVisible(root.isEmpty());
        root.arrange(root.groups().toList());
        address.accept(reading.drafts()
                .of(keep.draft(now.filter(condition -> unsaved()).orElse(null))));
    }

    @Override
    public void remove(PartEditor part) {
        GroupEditor group = Objects.requireNonNull(part.group());
        int at = group.take(part);
        changed();
        group.focus();
        new UndoNotice(getTranslation("segment.build.removed", part.label()), () -> {
                    (group.within(root) ? group : root).insert(part, at);
                    changed();
                    part.focus();
                })
                .open();
    }

    @Override
    public void move(PartEditor part, GroupEditor to) {
        Objects.requireNonNull(part.group()).take(part);
        to.insert(part, Integer.MAX_VALUE);
        changed();
        part.focus();
    }

    @Override
    public void wrap(PartEditor part) {
        GroupEditor group = Objects.requireNonNull(part.group());
        int at = group.take(part);
        GroupEditor around = new GroupEditor(false, this);
        around.all(false);
        around.insert(part, 0);
        group.insert(around, at);
        changed();
        around.focus();
    }

    @Override
    public TraitForms forms() {
        return forms;
    }
}
