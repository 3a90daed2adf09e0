package nl.baton.department.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import nl.baton.base.Background;
import nl.baton.base.ui.Tile;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;
import nl.baton.department.DepartmentCard.Spelling;
import nl.baton.department.DepartmentUse;

/** Makes a department a spelling of another one, or parts it from its own spellings. */
final class MergingPart extends Section {

    private static final long serialVersionUID = 1;

    private final transient DepartmentAdministration departments;
    private final transient Background background;
    private final DepartmentCard card;
    private final SerializableConsumer<Runnable> attempt;

    /** @param attempt does a change, and says what is wrong with it */
    MergingPart(
            DepartmentAdministration departments,
            Background background,
            DepartmentCard card,
            SerializableConsumer<Runnable> attempt) {
        this.departments = departments;
        this.background = background;
        this.card = card;
        this.attempt = attempt;
        addClassName("merging");
        add(new H3(getTranslation("department.merge.title")));
        if (card.merged().isEmpty()) {
            choice();
        } else {
            spellings();
        }
    }

    private void choice() {
        ComboBox<DepartmentCard> into = new ComboBox<>(getTranslation("department.merge.into"));
        into.setItems(departments.list().stream()
                .filter(other -> other.mergedInto() == null && other.id() != card.id())
                .toList());
        into.setItemLabelGenerator(DepartmentCard::name);
        into.setHelperText(getTranslation("department.merge.help"));
        Button merge = new Button(getTranslation("department.merge"));
        merge.setEnabled(false);
        into.addValueChangeListener(change -> merge.setEnabled(change.getValue() != null));
        merge.addClickListener(click -> into.getOptionalValue().ifPresent(this::confirmMerging));
        add(into, merge);
    }

    private void spellings() {
        Paragraph what = new Paragraph(getTranslation("department.merge.spellings", card.name()));
        what.addClassName("quiet");
        UnorderedList list = new UnorderedList();
        for (Spelling spelling : card.merged()) {
            Button part = new Button(getTranslation("department.part"), click -> confirmParting(spelling));
            part.addClassName("small");
            part.setAriaLabel(getTranslation("department.part.of", spelling.name()));
            list.add(new ListItem(new Span(spelling.name()), part));
        }
        add(what, list);
    }

    private void confirmMerging(DepartmentCard into) {
        confirm(
                getTranslation("department.merge.confirm", card.name(), into.name()),
                getTranslation("department.merge.confirm.text", card.name(), into.name()),
                "department.merge",
                card.id(),
                () -> departments.merge(card.id(), into.id()));
    }

    private void confirmParting(Spelling spelling) {
        confirm(
                getTranslation("department.part.of", spelling.name()),
                getTranslation("department.part.text", spelling.name(), card.name()),
                "department.part",
                spelling.id(),
                () -> departments.part(spelling.id()));
    }

    private void confirm(String title, String text, String really, long concerned, Runnable action) {
        // counted while one reads: with millions of touchpoints that takes a while
        Tile<DepartmentUse.Count> concerns = new Tile<>(
                background,
                () -> departments.use(concerned),
                count -> new Paragraph(
                        getTranslation("department.merge.concerns", count.touchpoints(), count.journeys())));
        Div content = new Div(new Paragraph(text), concerns);
        content.addClassName("confirmation");
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(content);
        dialog.setConfirmText(getTranslation(really));
        dialog.addConfirmListener(confirmed -> attempt.accept(action));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("department.cancel"));
        dialog.open();
    }
}
