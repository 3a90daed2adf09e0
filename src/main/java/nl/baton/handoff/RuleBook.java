package nl.baton.handoff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.baton.handoff.Window.Kind;
import org.springframework.stereotype.Component;

/** All rules that there are. */
@Component
public class RuleBook {

    private final List<BreakdownRule> rules;
    private final Map<String, BreakdownRule> byCode = new TreeMap<>();

    public RuleBook(List<BreakdownRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(BreakdownRule::code)).toList();
        rules.forEach(rule -> byCode.put(rule.code(), rule));
    }

    /** By code. */
    List<BreakdownRule> all() {
        return rules;
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** When what a rule finds is known for good; a rule that is no more was known by the end of the leg. */
    Window window(String code) {
        BreakdownRule rule = byCode.get(code);
        return rule == null ? Window.OF_LEG : rule.window();
    }

    /** The codes of the rules whose windows are of this kind. */
    List<String> codes(Kind kind) {
        return rules.stream()
                .filter(rule -> rule.window().kind() == kind)
                .map(BreakdownRule::code)
                .toList();
    }

    /** After how many days any rule's window closes, each once, upwards. */
    List<Integer> days() {
        return codes(Kind.DAYS).stream()
                .map(code -> Objects.requireNonNull(byCode.get(code)).window().days())
                .distinct()
                .sorted()
                .toList();
    }
}
