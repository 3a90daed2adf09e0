package nl.baton.intake.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.time.ZoneId;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.StateLabel;
import nl.baton.intake.Import;
import nl.baton.intake.Imports;
import nl.baton.intake.SpooledFile;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.Sample;
import nl.baton.intake.read.RefusedFile;

/** The steps of a new import: drop the file, see how Baton would read it, start. */
final class NewImportPanel extends Div {

    private static final long serialVersionUID = 1;

    private final transient Imports imports;
    private final ZoneId zone;
    private final SerializableConsumer<Import> begun;
    private final ScreenHead head = new ScreenHead(getTranslation("intake.new.sentence"));
    private final Paragraph refused = new Paragraph();
    private final ComboBox<ImportKind> kind = new ComboBox<>(getTranslation("intake.new.kind"));
    /** As chosen when the file was dropped; a request that uploads must not touch the screen. */
    private volatile ImportKind rows = ImportKind.TOUCHPOINT;

    NewImportPanel(Imports imports, ZoneId zone, SerializableConsumer<Import> begun) {
        this.imports = imports;
        this.zone = zone;
        this.begun = begun;
        addClassName("new-import");
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(item -> getTranslation(ImportWords.key(item)));
        kind.setValue(rows);
        kind.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                kind.setValue(change.getOldValue());
            } else {
                rows = change.getValue();
            }
        });
        askForFile();
    }

    private void askForFile() {
        removeAll();
        head.setSentence(getTranslation("intake.new.sentence"));
        Paragraph what = new Paragraph(getTranslation("intake.new.what"));
        what.addClassName("quiet");
        Upload upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.setI18n(UploadWords.of(this));
        refused.removeAll();
        refused.setVisible(false);
        add(head, what, kind, upload, refused);
    }

    /** On the request's thread, streaming; only what is shown then needs the session. */
    private void receive(UploadEvent event) {
        UI ui = event.getUI();
        try {
            SpooledFile file = imports.spool(event.getFileName(), event.getInputStream());
            try {
                Sample sample = imports.sample(file);
                ui.access(() -> propose(file, sample));
            } catch (IOException unreadable) {
                imports.discard(file);
                throw unreadable;
            }
        } catch (RefusedFile why) {
            ui.access(() -> refuse(ImportWords.of(this, why.reason())));
        } catch (IOException broken) {
            ui.access(() -> refuse(getTranslation("intake.new.broken")));
        }
    }

    private void refuse(String why) {
        askForFile();
        refused.add(new StateLabel(StateLabel.State.BROKEN, why));
        refused.setVisible(true);
    }

    private void propose(SpooledFile file, Sample sample) {
        removeAll();
        head.setSentence(getTranslation("intake.mapping.sentence", file.name()));
        add(
                head,
                new MappingPanel(
                        imports,
                        file,
                        sample,
                        rows,
                        zone,
                        mapping -> begun.accept(imports.start(file, mapping)),
                        () -> {
                            imports.discard(file);
                            askForFile();
                        }));
    }
}
