package nl.baton.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import nl.baton.base.Formats;
import nl.baton.base.ui.ScreenHead;
import nl.baton.intake.Import;

/** How far an import is, how fast it goes, and how long it will take. */
final class ProgressPart extends Div {

    private static final long serialVersionUID = 1;

    /** Earlier than this, the speed of the first rows says little about the rest. */
    private static final long MILLIS_TO_JUDGE = 1_500;

    private final ScreenHead head = new ScreenHead("");
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph pace = new Paragraph();
    private final Paragraph leave = new Paragraph(getTranslation("intake.progress.leave"));
    private final Button cancel;

    ProgressPart(SerializableRunnable onCancel) {
        addClassName("import-progress");
        cancel = new Button(getTranslation("intake.progress.cancel"), click -> onCancel.run());
        cancel.setDisableOnClick(true);
        head.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("intake.progress.bar"));
        pace.addClassName("quiet");
        leave.addClassName("quiet");
        add(head, bar, pace, leave, cancel);
    }

    void show(Import item) {
        Formats formats = Formats.of(getLocale());
        Long total = item.total();
        boolean storing = item.state() == Import.State.RUNNING && total != null;
        bar.setIndeterminate(!storing);
        // What is stored can no longer be called back, only computed to the end.
        cancel.setVisible(item.state() == Import.State.RUNNING);
        if (item.waiting()) {
            head.setSentence(getTranslation("intake.progress.waiting", item.fileName()));
            pace.setText(getTranslation("intake.progress.waiting.why"));
        } else if (total == null) {
            head.setSentence(getTranslation("intake.progress.checking", item.fileName()));
            pace.setText(getTranslation("intake.progress.checking.rows", formats.number(item.checked())));
        } else if (storing) {
            head.setSentence(getTranslation("intake.progress.storing", item.fileName()));
            bar.setValue(total == 0 ? 0 : Math.min(1, (double) item.rows() / total));
            pace.setText(pace(item, total, formats));
        } else {
            head.setSentence(getTranslation("intake.progress.projecting", item.fileName()));
            pace.setText(getTranslation("intake.progress.projecting.journeys", formats.number(item.journeys())));
        }
    }

    private String pace(Import item, long total, Formats formats) {
        String rows = getTranslation("intake.progress.rows", formats.number(item.rows()), formats.number(total));
        Instant since = item.storingSince();
        long millis = since == null ? 0 : Duration.between(since, Instant.now()).toMillis();
        if (millis < MILLIS_TO_JUDGE || item.rows() == 0) {
            return rows;
        }
        double perSecond = 1000.0 * item.rows() / millis;
        Duration left = Duration.ofSeconds(Math.round((total - item.rows()) / perSecond));
        return getTranslation(
                "intake.progress.pace", rows, formats.number(Math.round(perSecond)), formats.duration(left));
    }
}
