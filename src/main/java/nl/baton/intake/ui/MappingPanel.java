package nl.baton.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import nl.baton.intake.Imports;
import nl.baton.intake.SpooledFile;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.InvalidMapping;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingProposal;
import nl.baton.intake.mapping.MissingColumn;
import nl.baton.intake.mapping.Sample;
import org.jspecify.annotations.Nullable;

/** The mapping that Baton proposes, to be corrected, above what it would make of the first rows. */
final class MappingPanel extends Div {

    private static final long serialVersionUID = 1;

    private final transient Imports imports;
    private final transient Sample sample;
    private final MappingForm form;
    private final PreviewPart preview;
    private final Button start;
    private transient @Nullable Mapping mapping;

    MappingPanel(
            Imports imports,
            SpooledFile file,
            Sample sample,
            ImportKind kind,
            ZoneId zone,
            SerializableConsumer<Mapping> onStart,
            SerializableRunnable otherFile) {
        this.imports = imports;
        this.sample = sample;
        addClassName("mapping-panel");
        MappingProposal proposal = sample.propose(file.name(), kind);
        form = new MappingForm(kind, sample.columns(), proposal, zone, this::check);
        preview = new PreviewPart(zone);
        start = new Button(getTranslation("intake.mapping.start"), click -> {
            if (mapping != null) {
                onStart.accept(mapping);
            }
        });
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        Button other = new Button(getTranslation("intake.mapping.other"), click -> otherFile.run());
        Div actions = new Div(start, other);
        actions.addClassName("actions");
        add(notes(proposal), form, preview, actions);
        check();
    }

    private UnorderedList notes(MappingProposal proposal) {
        var notes = new UnorderedList();
        notes.addClassName("mapping-notes");
        proposal.notes().forEach(note -> notes.add(new ListItem(ImportWords.of(this, note))));
        return notes;
    }

    /** With every change: what is wrong stands at its field, what would come of it in the preview. */
    private void check() {
        form.clearErrors();
        mapping = null;
        try {
            Mapping stated = form.mapping();
            List<MappedRow> rows = imports.preview(sample, stated);
            preview.show(stated, rows);
            mapping = stated;
        } catch (InvalidMapping invalid) {
            form.error(invalid.field(), ImportWords.of(this, invalid.reason()));
            preview.nothing();
        } catch (MissingColumn missing) {
            form.error("columns." + missing.reason().arguments().getLast(), ImportWords.of(this, missing.reason()));
            preview.nothing();
        } catch (IOException unreadable) {
            preview.nothing();
        }
        start.setEnabled(mapping != null);
    }
}
