package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.base.ui.ScreenHead;
import nl.baton.intake.Import;
import nl.baton.intake.Import.Counts;
import nl.baton.intake.Imports;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.read.Reason;

/** How an import ended: in a sentence, in figures, and where to go from here. */
final class ResultPart extends Div {

    private static final long serialVersionUID = 1;

    /** Without it, Excel takes UTF-8 for the system's own encoding. */
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final transient Imports imports;
    private final Formats formats = Formats.of(getLocale());

    ResultPart(Imports imports, Import item, ZoneId zone, SerializableRunnable another) {
        this.imports = imports;
        addClassName("import-result");
        add(new ScreenHead(sentence(item)));
        Reason error = item.error();
        if (error != null) {
            add(new Paragraph(ImportWords.of(this, error)));
        }
        if (stored(item)) {
            add(figures(item.counts()));
        }
        if (item.counts().quarantined() > 0) {
            add(quarantine(item));
        }
        add(actions(item, another), when(item, zone));
    }

    private static boolean stored(Import item) {
        return item.state() == Import.State.DONE || item.state() == Import.State.STORED;
    }

    private String sentence(Import item) {
        Counts counts = item.counts();
        return switch (item.state()) {
            case DONE ->
                counts.accepted() + counts.replaced() == 0
                        ? getTranslation("intake.result.nothing-new", item.fileName())
                        : getTranslation(
                                done(item),
                                item.fileName(),
                                formats.number(counts.accepted()),
                                formats.number(counts.quarantined()),
                                counts.quarantined());
            case STORED -> getTranslation("intake.result.stored", item.fileName());
            case FAILED -> getTranslation("intake.result.failed", item.fileName());
            default -> getTranslation("intake.result.cancelled", item.fileName());
        };
    }

    private static String done(Import item) {
        String key = item.counts().quarantined() == 0 ? "intake.result.done" : "intake.result.done-but";
        return item.kind() == ImportKind.TOUCHPOINT ? key : key + ".items";
    }

    private Component figures(Counts counts) {
        return new Figures(
                new Figure(getTranslation("intake.column.accepted"), formats.number(counts.accepted()), ""),
                new Figure(getTranslation("intake.column.known"), formats.number(counts.known()), ""),
                new Figure(getTranslation("intake.column.replaced"), formats.number(counts.replaced()), ""),
                new Figure(getTranslation("intake.column.quarantined"), formats.number(counts.quarantined()), ""));
    }

    private Component quarantine(Import item) {
        long rows = item.counts().quarantined();
        Paragraph why = new Paragraph(getTranslation("intake.result.quarantined", formats.number(rows), rows));
        String id = item.id();
        Locale locale = getLocale();
        // Asked for here: the request that downloads knows no screen, and so no language.
        String name = getTranslation("intake.result.download.name") + ".csv";
        DownloadHandler download = event -> write(event, name, id, locale);
        Anchor link = new Anchor(download, getTranslation("intake.result.download"));
        link.addClassName("quarantine-download");
        Div part = new Div(why, link);
        part.addClassName("import-quarantine");
        return part;
    }

    private void write(DownloadEvent event, String name, String id, Locale locale) throws IOException {
        event.setFileName(name);
        event.setContentType("text/csv;charset=UTF-8");
        try (OutputStream out = event.getOutputStream()) {
            out.write(BYTE_ORDER_MARK);
            imports.quarantine(id, locale, out);
        }
    }

    private Component actions(Import item, SerializableRunnable another) {
        Div actions = new Div();
        actions.addClassName("actions");
        Button more = new Button(getTranslation("intake.result.another"), click -> another.run());
        if (stored(item) && item.kind() == ImportKind.TOUCHPOINT) {
            String type = URLEncoder.encode(item.journeyType(), StandardCharsets.UTF_8);
            Anchor handoffs = new Anchor("handoffs?period=all&type=" + type, getTranslation("intake.result.handoffs"));
            handoffs.addClassName("button-like");
            actions.add(handoffs);
        } else {
            more.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        RouterLink all = new RouterLink(getTranslation("intake.result.all"), ImportsView.class);
        actions.add(more, all);
        return actions;
    }

    private Component when(Import item, ZoneId zone) {
        Paragraph when = new Paragraph(getTranslation(
                "intake.result.when",
                item.startedBy(),
                formats.dateTime(item.createdAt(), zone),
                ImportWords.rows(this, item)));
        when.addClassNames("quiet", "small");
        return when;
    }
}
