package nl.baton.segment.ui.build;

import nl.baton.segment.Trait;

/** What can be asked of customers, in the order and under the headings of the menu. */
enum TraitKind {
    KIND(Theme.PROFILE),
    ATTRIBUTE(Theme.PROFILE),
    LIFE_STAGE(Theme.PROFILE),
    LIFESTYLE(Theme.PROFILE),
    CHANNEL(Theme.PROFILE),
    LANGUAGE(Theme.PROFILE),
    TIER(Theme.VALUE),
    RFM(Theme.VALUE),
    CURRENT(Theme.VALUE),
    POTENTIAL(Theme.VALUE),
    TOTAL(Theme.VALUE),
    STAGE(Theme.LIFECYCLE),
    ALIVE(Theme.LIFECYCLE),
    JOURNEY_OPEN(Theme.JOURNEYS),
    JOURNEY_BEGUN(Theme.JOURNEYS),
    BREAKDOWN_OPEN(Theme.BREAKDOWNS),
    HANDOFF_BROKEN(Theme.BREAKDOWNS),
    FEEDBACK(Theme.FEEDBACK),
    SCORE(Theme.FEEDBACK),
    COMPLAINT(Theme.FEEDBACK),
    CONSENT(Theme.CONSENT);

    private final Theme theme;

    /** What traits are about. */
    enum Theme {
        PROFILE,
        VALUE,
        LIFECYCLE,
        JOURNEYS,
        BREAKDOWNS,
        FEEDBACK,
        CONSENT
    }

    TraitKind(Theme theme) {
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    static TraitKind of(Trait trait) {
        return switch (trait) {
            case Trait.KindIs kind -> KIND;
            case Trait.AttributeIs attribute -> ATTRIBUTE;
            case Trait.LivesAs(var aspect, var values) ->
                aspect == Trait.LivesAs.Aspect.LIFE_STAGE ? LIFE_STAGE : LIFESTYLE;
            case Trait.Prefers(var wish, String value) -> wish == Trait.Prefers.Wish.CHANNEL ? CHANNEL : LANGUAGE;
            case Trait.TierIs tier -> TIER;
            case Trait.RfmIs rfm -> RFM;
            case Trait.WorthIs(var of, var from, var below) ->
                switch (of) {
                    case CURRENT -> CURRENT;
                    case POTENTIAL -> POTENTIAL;
                    case TOTAL -> TOTAL;
                };
            case Trait.StageIs stage -> STAGE;
            case Trait.AliveIs alive -> ALIVE;
            case Trait.JourneyOpen open -> JOURNEY_OPEN;
            case Trait.JourneyBegun begun -> JOURNEY_BEGUN;
            case Trait.BreakdownOpen open -> BREAKDOWN_OPEN;
            case Trait.HandoffBroken broken -> HANDOFF_BROKEN;
            case Trait.FeedbackGiven given -> FEEDBACK;
            case Trait.LastScore score -> SCORE;
            case Trait.ComplaintOpen open -> COMPLAINT;
            case Trait.ConsentTo consent -> CONSENT;
        };
    }
}
