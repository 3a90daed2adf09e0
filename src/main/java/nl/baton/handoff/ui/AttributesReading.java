package nl.baton.handoff.ui;

import java.time.ZoneId;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributeShares;
import nl.baton.handoff.AttributeShares.TypeAttributes;
import nl.baton.handoff.AttributedJourney;
import nl.baton.handoff.HandoffBand;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the screen of journey attributes shows. */
@Component
class AttributesReading {

    private final AttributeShares shares;
    private final CurrentUserProvider users;
    private final ZoneId zone;

    AttributesReading(AttributeShares shares, CurrentUserProvider users, BatonProperties properties) {
        this.shares = shares;
        this.users = users;
        this.zone = properties.zone();
    }

    /**
     * What there is to see.
     *
     * @param chosen null where no journey has such an attribute
     * @param picture null likewise
     * @param evidence whether the user may see the journeys behind the shares
     */
    record Shown(
            List<TypeAttributes> choices,
            @Nullable TypeAttributes chosen,
            @Nullable AttributePicture picture,
            boolean evidence) {}

    Shown shown(AttributesState state) {
        List<TypeAttributes> choices = shares.choices();
        TypeAttributes chosen = choices.stream()
                .filter(choice -> choice.type().code().equals(state.type()))
                .findFirst()
                .orElse(choices.isEmpty() ? null : choices.getFirst());
        if (chosen == null) {
            return new Shown(choices, null, null, false);
        }
        String attribute = state.attribute() != null && chosen.attributes().contains(state.attribute())
                ? state.attribute()
                : chosen.attributes().getFirst();
        return new Shown(
                choices, chosen, shares.picture(chosen.type().id(), attribute).orElse(null), seesJourneys());
    }

    private boolean seesJourneys() {
        return users.get().has(Role.EXECUTIVE) && shares.covers();
    }

    Page<AttributedJourney> journeys(
            long type, String attribute, HandoffBand band, @Nullable Boolean answer, int offset, int limit) {
        return shares.journeys(type, attribute, band, answer, offset, limit);
    }

    ZoneId zone() {
        return zone;
    }
}
