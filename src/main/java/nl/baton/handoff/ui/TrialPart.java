package nl.baton.handoff.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JudgingSettings.Settings;
import nl.baton.handoff.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings tried on the past, off the UI's thread: how far it is, and what came of it. It can be broken off. */
final class TrialPart extends Section {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TrialPart.class);

    private final transient Trial trial;
    private final transient HandoffWords words;
    private final Background background;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph says = new Paragraph();
    private final Button cancel = new Button(getTranslation("judging.trial.cancel"), click -> cancel());
    private final Div result = new Div();
    private transient AtomicBoolean unwanted = new AtomicBoolean(true);

    TrialPart(Trial trial, HandoffWords words, Background background) {
        this.trial = trial;
        this.words = words;
        this.background = background;
        addClassName("trial");
        setVisible(false);
        bar.getElement().setAttribute("aria-label", getTranslation("judging.trial.title"));
        says.addClassName("quiet");
        says.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("judging.trial.title")), bar, says, cancel, result);
    }

    /** Begins with these; one that was under way is given up. */
    void begin(Settings stands, Settings tried) {
        unwanted.set(true);
        AtomicBoolean mine = new AtomicBoolean();
        unwanted = mine;
        UI ui = getUI().orElseThrow();
        setVisible(true);
        running(true);
        result.removeAll();
        bar.setValue(0);
        says.setText(
                getTranslation("judging.trial.running", Formats.of(getLocale()).percent(0, 0)));
        getElement().callJsFunction("scrollIntoView");
        background.submit(() -> {
            try {
                Trial.Result found = trial.run(tried, share -> {
                    if (mine.get()) {
                        throw new CancellationException();
                    }
                    tell(ui, mine, () -> progress(share));
                });
                tell(ui, mine, () -> show(found, stands, tried));
            } catch (CancellationException brokenOff) {
                LOG.debug("A trial was broken off");
            } catch (RuntimeException failure) {
                LOG.error("A trial failed", failure);
                tell(ui, mine, this::fail);
            }
            return null;
        });
    }

    private void tell(UI ui, AtomicBoolean mine, Runnable what) {
        try {
            ui.access(() -> {
                if (!mine.get()) {
                    what.run();
                }
            });
        } catch (UIDetachedException left) {
            mine.set(true);
        }
    }

    private void progress(double share) {
        bar.setValue(Math.clamp(share, 0, 1));
        says.setText(
                getTranslation("judging.trial.running", Formats.of(getLocale()).percent(share, 0)));
    }

    private void show(Trial.Result found, Settings stands, Settings tried) {
        running(false);
        says.setText("");
        result.removeAll();
        result.add(new TrialResult(found, stands, tried, words));
    }

    private void fail() {
        running(false);
        says.setText(getTranslation("judging.trial.failed"));
    }

    private void cancel() {
        unwanted.set(true);
        running(false);
        says.setText(getTranslation("judging.trial.cancelled"));
    }

    private void running(boolean now) {
        bar.setVisible(now);
        cancel.setVisible(now);
    }

    /** What was tried is used by now, so that there is nothing to compare. */
    void clear() {
        unwanted.set(true);
        setVisible(false);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwanted.set(true);
        super.onDetach(detached);
    }
}
