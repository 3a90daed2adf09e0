package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import nl.baton.base.ui.StateLabel;
import nl.baton.intake.Import;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.read.Reason;

/** What the screens of imports say about them. */
final class ImportWords {

    private ImportWords() {}

    static String of(Component screen, Reason reason) {
        return screen.getTranslation(reason.key(), reason.arguments().toArray());
    }

    /** What its rows were taken for: a kind of journey, or customers and so on. */
    static String rows(Component screen, Import item) {
        return item.kind() == ImportKind.TOUCHPOINT ? item.journeyType() : screen.getTranslation(key(item.kind()));
    }

    static String key(ImportKind kind) {
        return "intake.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Fine is quiet: only what needs somebody carries a sign. */
    static Component state(Component screen, Import item) {
        String word = screen.getTranslation(key(item));
        return switch (item.state()) {
            case FAILED -> new StateLabel(StateLabel.State.BROKEN, word);
            case STORED -> new StateLabel(StateLabel.State.AT_RISK, word);
            case CANCELLED -> new StateLabel(StateLabel.State.UNKNOWN, word);
            case RUNNING, PROJECTING, DONE -> new Span(word);
        };
    }

    private static String key(Import item) {
        return item.waiting()
                ? "intake.state.waiting"
                : "intake.state." + item.state().name().toLowerCase(Locale.ROOT);
    }
}
