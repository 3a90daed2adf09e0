package nl.baton.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Asks what for, and then gives the files; every one of them goes to the audit log. */
public final class DownloadPanel extends Div {

    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private final Locale locale = getLocale();
    private final Div files = new Div();
    /** As last typed; a request that downloads must not touch the screen. */
    private volatile String reason = "";

    public DownloadPanel() {
        addClassName("download-panel");
        TextField what = new TextField(getTranslation("shell.download.reason"));
        what.setMaxLength(LONGEST);
        what.setHelperText(getTranslation("shell.download.reason.help"));
        what.setValueChangeMode(ValueChangeMode.EAGER);
        what.addValueChangeListener(change -> {
            reason = change.getValue().strip();
            files.setVisible(reason.length() >= SHORTEST);
        });
        files.addClassName("files");
        files.setVisible(false);
        add(what, files);
    }

    /** A file that is asked for. */
    public record Asked(String reason, Locale locale, OutputStream out) {}

    /** Writes a file, once it is asked for. */
    public interface Writing {
        void write(Asked asked) throws IOException;
    }

    /** @param key of the file's name on the screen; under it stand also the name of the file, and what is in it */
    public void offer(String key, String ending, String type, Writing writing) {
        // asked for here: the request that downloads knows no screen, and so no language
        String name = getTranslation(key + ".name") + ending;
        DownloadHandler download = event -> {
            event.setFileName(name);
            event.setContentType(type);
            try (OutputStream out = event.getOutputStream()) {
                writing.write(new Asked(reason, locale, out));
            }
        };
        Anchor link = new Anchor(download, getTranslation(key));
        link.addClassName("file");
        Span about = new Span(getTranslation(key + ".about"));
        about.addClassNames("quiet", "small");
        files.add(new Paragraph(link, about));
    }
}
