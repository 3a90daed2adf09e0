package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributePicture.Step;
import nl.baton.handoff.HandoffBand;

/** What a reader would say to a colleague about an attribute; when nothing is clear it says so. */
final class AttributeWords {

    private AttributeWords() {}

    static String sentence(AttributePicture picture, boolean yes, Component says, Formats formats) {
        List<Step> judged =
                picture.steps().stream().filter(step -> !step.tooFew()).toList();
        if (judged.size() < 2) {
            return says.getTranslation("handoff.attributes.sentence.few");
        }
        Step first = judged.getFirst();
        Step last = judged.getLast();
        return says.getTranslation(
                "handoff.attributes.sentence." + kind(judged, yes),
                picture.attribute(),
                answer(yes, says),
                formats.percent(Objects.requireNonNull(first.share(yes)), 1),
                with(first.band(), says),
                formats.percent(Objects.requireNonNull(last.share(yes)), 1),
                with(last.band(), says));
    }

    /** It rises or falls only if it does so from step to step, and from the first to the last beyond chance. */
    private static String kind(List<Step> judged, boolean yes) {
        Interval first = Objects.requireNonNull(judged.getFirst().interval(yes));
        Interval last = Objects.requireNonNull(judged.getLast().interval(yes));
        boolean rises = true;
        boolean falls = true;
        for (int i = 1; i < judged.size(); i++) {
            double before = Objects.requireNonNull(judged.get(i - 1).share(yes));
            double now = Objects.requireNonNull(judged.get(i).share(yes));
            rises &= now > before;
            falls &= now < before;
        }
        if (last.low() > first.high()) {
            return rises ? "rises" : "differs";
        }
        if (last.high() < first.low()) {
            return falls ? "falls" : "differs";
        }
        return "unclear";
    }

    /** "2 or 3 handoffs". */
    static String band(HandoffBand band, Component says) {
        return says.getTranslation("handoff.attributes.band." + band.name());
    }

    /** "with 2 or 3 handoffs". */
    private static String with(HandoffBand band, Component says) {
        return says.getTranslation("handoff.attributes.with." + band.name());
    }

    static String answer(boolean yes, Component says) {
        return says.getTranslation("handoff.attributes." + AttributesState.word(yes));
    }
}
