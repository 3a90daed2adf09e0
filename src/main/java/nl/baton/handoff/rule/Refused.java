package nl.baton.handoff.rule;

import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.journey.Receipt;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The receiver answered the pass with a refusal, or asked back before it would begin. */
@Component
public final class Refused implements BreakdownRule {

    @Override
    public String code() {
        return "REFUSED";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        for (Touchpoint touchpoint : handoff.to().touchpoints()) {
            Receipt receipt = touchpoint.details().receipt();
            Touchpoint passing = receipt == null ? null : passing(handoff, touchpoint, receipt);
            if (receipt != null && passing != null && receipt.state() != Receipt.State.ACCEPTED) {
                return Optional.of(new Evidence(
                        List.of(passing.id(), touchpoint.id()),
                        null,
                        null,
                        receipt.state().name()));
            }
        }
        return Optional.empty();
    }

    /** The answered touchpoint, if it belongs to the leg that passed: an answer to a former pass says nothing of this one. */
    private static @Nullable Touchpoint passing(Handoff handoff, Touchpoint answer, Receipt receipt) {
        return handoff.from().touchpoints().stream()
                .filter(touchpoint -> touchpoint.source().equals(answer.source())
                        && touchpoint.externalId().equals(receipt.pass()))
                .findFirst()
                .orElse(null);
    }
}
