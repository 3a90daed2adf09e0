package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import nl.baton.segment.Migration;
import nl.baton.segment.Migration.Group;

/** What groups are called. */
final class FlowWords {

    private final Component says;

    FlowWords(Component says) {
        this.says = says;
    }

    String say(String key, Object... values) {
        return says.getTranslation("segment.flow." + key, values);
    }

    String name(Group group) {
        return group.name().isEmpty() ? name(group.code()) : group.name();
    }

    private String name(String code) {
        String value = code.substring(code.indexOf(':') + 1);
        if (code.equals(Migration.NONE)) {
            return say("none");
        }
        if (code.startsWith("STAGE:")) {
            return says.getTranslation("value.stage." + value);
        }
        return code.startsWith("TIER:")
                ? says.getTranslation("value.screen.tier", value)
                : says.getTranslation("value.rfm." + value);
    }
}
