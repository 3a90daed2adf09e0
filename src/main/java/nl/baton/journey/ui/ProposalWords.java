package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import nl.baton.journey.LinkProposal.Reasons;

/** Why two journeys may be one, in a sentence. */
final class ProposalWords {

    private static final long HOURS_AS_SUCH = 48;
    private static final int HOURS_A_DAY = 24;
    private static final int FACTS_NAMED = 3;

    private ProposalWords() {}

    /** "5 days apart, and both say meter number “e-100”." */
    static String why(Reasons reasons, Component says) {
        return says.getTranslation("journey.cases.why", apart(reasons.hoursApart(), says), facts(reasons, says));
    }

    private static String apart(long hours, Component says) {
        return hours < HOURS_AS_SUCH
                ? says.getTranslation("journey.cases.apart.hours", hours)
                : says.getTranslation("journey.cases.apart.days", Math.round((double) hours / HOURS_A_DAY));
    }

    private static String facts(Reasons reasons, Component says) {
        List<String> named = reasons.facts().stream()
                .limit(FACTS_NAMED)
                .map(fact -> says.getTranslation("journey.cases.fact", fact.key(), fact.value()))
                .toList();
        int more = reasons.facts().size() - named.size();
        return String.join(", ", named) + (more == 0 ? "" : says.getTranslation("journey.cases.fact.more", more));
    }
}
