package nl.baton.handoff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JudgingSettings.Settings;
import nl.baton.handoff.JudgingSettings.Wrong;
import nl.baton.handoff.Window;

/** The usual pick-up time and returns, and each rule with what it says, when it is known, and whether it is in use. */
final class JudgingForm extends Div {

    private static final long serialVersionUID = 1;
    private static final int MOST_RETURNS = 1_000;

    private final PickUpFields pickUp =
            new PickUpFields(getTranslation("judging.pick-up"), getTranslation("judging.pick-up.help"));
    private final IntegerField returns = new IntegerField(getTranslation("judging.returns"));
    private final Map<String, Checkbox> rules = new LinkedHashMap<>();

    JudgingForm(List<BreakdownRule> all, HandoffWords words) {
        addClassName("judging-form");
        returns.setMin(0);
        returns.setMax(MOST_RETURNS);
        returns.setHelperText(getTranslation("judging.returns.help"));
        returns.setManualValidation(true);
        Div usual = new Div(pickUp, returns);
        usual.addClassName("usual");
        Div list = new Div();
        list.addClassName("rule-list");
        all.stream()
                .sorted((a, b) -> words.rule(getLocale(), a.code()).compareTo(words.rule(getLocale(), b.code())))
                .forEach(rule -> list.add(rule(rule, words)));
        add(
                new Section(new H2(getTranslation("judging.usual")), usual),
                new Section(
                        new H2(getTranslation("judging.rules")),
                        new Paragraph(getTranslation("judging.rules.what")),
                        list));
    }

    private Div rule(BreakdownRule rule, HandoffWords words) {
        Checkbox use = new Checkbox(words.rule(getLocale(), rule.code()));
        rules.put(rule.code(), use);
        Paragraph definition = new Paragraph(words.definition(getLocale(), rule.code()));
        Paragraph known = new Paragraph(known(rule.window()));
        known.addClassNames("quiet", "small");
        Div row = new Div(use, definition, known);
        row.addClassName("rule-row");
        return row;
    }

    private String known(Window window) {
        return switch (window.kind()) {
            case LEG -> getTranslation("judging.known.leg");
            case DAYS -> getTranslation("judging.known.days", window.days());
            case OWN -> getTranslation("judging.known.own");
        };
    }

    void show(Settings settings) {
        pickUp.setValue(settings.pickUp());
        returns.setValue(settings.maxReturns());
        rules.forEach((code, use) -> use.setValue(!settings.rulesOff().contains(code)));
    }

    /** What stands there, for who had those settings before them; empty where the time is none. */
    Optional<Settings> value(Settings base) {
        pickUp.accept();
        returns.setInvalid(false);
        Integer most = returns.getValue();
        Set<String> off = rules.entrySet().stream()
                .filter(rule -> !rule.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return pickUp.value().map(time -> base.with(time, most == null ? -1 : most, off));
    }

    /** Whether there is a field that this is about; it then says so. */
    boolean refuse(Wrong wrong) {
        switch (wrong) {
            case PICKUP -> pickUp.refuse(getTranslation("judging.refused.pickup"));
            case RETURNS -> {
                returns.setErrorMessage(getTranslation("judging.refused.returns"));
                returns.setInvalid(true);
                returns.focus();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
