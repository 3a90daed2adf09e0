package nl.baton.segment;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.FeedbackKind;
import nl.baton.segment.Trait.LivesAs.Aspect;
import nl.baton.segment.Trait.Prefers.Wish;
import nl.baton.segment.Trait.WorthIs.Worth;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;

/** Traits of every kind, in each of the ways in which one can be asked for. */
public final class SomeTraits {

    private SomeTraits() {}

    public static Stream<Trait> all() {
        return Stream.of(plain(), Stream.of(Worth.values()).flatMap(SomeTraits::worth), feedback())
                .flatMap(traits -> traits);
    }

    private static Stream<Trait> plain() {
        return Stream.of(
                new Trait.KindIs(NewCustomer.Kind.PERSON),
                new Trait.KindIs(NewCustomer.Kind.COMPANY),
                new Trait.AttributeIs("regio", Set.of("Noord", "{Zuid}")),
                new Trait.LivesAs(Aspect.LIFE_STAGE, Set.of("gezin")),
                new Trait.LivesAs(Aspect.LIFESTYLE, Set.of("stads", "landelijk", "’s zomers weg")),
                new Trait.Prefers(Wish.CHANNEL, "telefoon"),
                new Trait.Prefers(Wish.LANGUAGE, "nl"),
                new Trait.TierIs(Set.of(Tier.A, Tier.B)),
                new Trait.RfmIs(EnumSet.allOf(RfmSegment.class)),
                new Trait.StageIs(EnumSet.allOf(LifecycleStage.class)),
                new Trait.AliveIs(new BigDecimal("0.8"), null),
                new Trait.AliveIs(null, new BigDecimal("0.125")),
                new Trait.JourneyOpen(null),
                new Trait.JourneyOpen(Long.MAX_VALUE),
                new Trait.JourneyBegun(null, 1),
                new Trait.JourneyBegun(Long.MAX_VALUE, 30),
                new Trait.BreakdownOpen(null),
                new Trait.BreakdownOpen("NOT_PICKED_UP"),
                new Trait.HandoffBroken(null, null, null, 30),
                new Trait.HandoffBroken("BROKEN_PROMISE", Long.MAX_VALUE, Long.MAX_VALUE, 3_650),
                new Trait.ComplaintOpen(),
                new Trait.ConsentTo("nieuwsbrief"));
    }

    private static Stream<Trait> worth(Worth of) {
        return Stream.of(
                new Trait.WorthIs(of, new BigDecimal("500"), null),
                new Trait.WorthIs(of, null, new BigDecimal("-12.50")),
                new Trait.WorthIs(of, BigDecimal.ZERO, new BigDecimal("1234567")));
    }

    private static Stream<Trait> feedback() {
        return List.of(FeedbackKind.values()).stream()
                .flatMap(kind -> Stream.concat(
                        Stream.of(new Trait.FeedbackGiven(kind, 14)),
                        kind.scored()
                                ? Stream.of(new Trait.LastScore(kind, 1, 1), new Trait.LastScore(kind, 1, kind.most()))
                                : Stream.of()));
    }
}
