package nl.baton.value.ui;

import nl.baton.value.ValuePicture;
import nl.baton.value.ValuePicture.NotTold;
import nl.baton.value.ValuePicture.Why;
import nl.baton.value.ValueSlice;
import org.jspecify.annotations.Nullable;

/** Who may be gone, the dearest first; for who may not see customers, how many they are and what they are worth. */
final class RiskPart extends ValuePart {

    private static final long serialVersionUID = 1;

    /** @param grid null for who may not see customers */
    RiskPart(ValuePicture picture, ValueWords words, @Nullable ListedGrid grid) {
        super("risk");
        long running = picture.notTold().stream()
                .filter(each -> each.why() == Why.CONTRACT_RUNS)
                .mapToLong(NotTold::customers)
                .sum();
        long n = picture.count(new ValueSlice.Risk());
        says(
                n == 0
                        ? words.say("value.risk.none")
                        : words.say(
                                "value.risk.says", words.about(picture.atRisk().sum()), words.number(n)));
        small(words.say("value.risk.contracts", words.number(running)));
        if (n > 0 && grid != null) {
            grid.show(n);
            add(grid);
        }
    }
}
