package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.segment.Condition.All;
import nl.baton.segment.Condition.Any;
import nl.baton.segment.Condition.Not;
import nl.baton.segment.Trait.BreakdownOpen;
import nl.baton.segment.Trait.ComplaintOpen;
import nl.baton.segment.Trait.JourneyOpen;
import nl.baton.segment.Trait.StageIs;
import nl.baton.segment.Trait.TierIs;
import nl.baton.segment.Trait.WorthIs;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a condition is said to mean, in a sentence that cannot be read otherwise. */
@DatabaseTest
@SignedInAs(Role.MARKETER)
class ConditionWordsTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Locale ENGLISH = Locale.of("en");
    private static final Trait GOING = new StageIs(Set.of(LifecycleStage.ACTIVE, LifecycleStage.AT_RISK));
    private static final Trait VALUABLE = new TierIs(Set.of(Tier.A, Tier.B));
    private static final Trait BROKEN = new BreakdownOpen(null);
    private static final Trait COMPLAINS = new ComplaintOpen();

    @Autowired
    private ConditionWords words;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_trait_has_its_words(String language) {
        Locale locale = Locale.of(language);
        assertThat(SomeTraits.all().map(Object::getClass))
                .as("kinds of traits")
                .containsAll(Arrays.asList(Trait.class.getPermittedSubclasses()));

        SomeTraits.all().forEach(trait -> {
            for (String said : List.of(
                    words.sentence(trait, locale),
                    words.sentence(new Not(trait), locale),
                    words.trait(trait, locale))) {
                assertThat(said)
                        .as(trait.toString())
                        .isNotBlank()
                        .doesNotContain("segment.words", "value.stage", "value.rfm", "rule.", "null", "  ")
                        .doesNotMatch(".*\\{\\d.*");
            }
            assertThat(words.sentence(trait, locale)).isNotEqualTo(words.sentence(new Not(trait), locale));
            assertThat(words.value(trait, "no such code", locale)).isEqualTo("no such code");
        });
    }

    @Test
    void what_is_joined_outermost_is_parted_by_commas() {
        Condition condition = new All(List.of(GOING, VALUABLE, new Not(BROKEN)));

        assertThat(words.sentence(condition, DUTCH))
                .isEqualTo("Klanten die dreigen te gaan of actief zijn, met waardeklasse A of B,"
                        + " en die geen open breuk hebben");
        assertThat(words.sentence(condition, ENGLISH))
                .isEqualTo(
                        "Customers who are at risk or active, with value tier A or B, and who have no open breakdown");
        assertThat(words.sentence(new Any(List.of(BROKEN, COMPLAINS)), ENGLISH))
                .isEqualTo("Customers who have an open breakdown or who have an open complaint");
    }

    @Test
    void groups_in_groups_can_be_read_in_one_way_only() {
        Trait journey = new JourneyOpen(null);
        Condition deep = new All(List.of(
                VALUABLE, new Any(List.of(BROKEN, new All(List.of(COMPLAINS, new Any(List.of(journey, GOING))))))));

        assertThat(words.sentence(deep, ENGLISH))
                .isEqualTo("Customers with value tier A or B, and who have an open breakdown or (who have an open"
                        + " complaint and (who have an open journey or who are at risk or active))");
        assertThat(words.sentence(new All(List.of(VALUABLE, new All(List.of(BROKEN, COMPLAINS)))), ENGLISH))
                .as("a group within one of its kind says nothing of its own")
                .isEqualTo(
                        "Customers with value tier A or B, who have an open breakdown, and who have an open complaint");
    }

    @Test
    void not_is_said_of_each_trait() {
        assertThat(words.sentence(new Not(new Any(List.of(BROKEN, new Not(COMPLAINS)))), DUTCH))
                .isEqualTo("Klanten die geen open breuk hebben en die een open klacht hebben");
        assertThat(words.sentence(new Not(new All(List.of(GOING, COMPLAINS))), ENGLISH))
                .isEqualTo("Customers who are not at risk and not active or who have no open complaint");
    }

    @Test
    void empty_groups_are_said_as_they_are_counted() {
        assertThat(words.sentence(new All(List.of()), DUTCH)).isEqualTo("Alle klanten");
        assertThat(words.sentence(new Any(List.of()), ENGLISH)).isEqualTo("Nobody");
        assertThat(words.sentence(new All(List.of(BROKEN, new Any(List.of()))), ENGLISH))
                .isEqualTo("Nobody");
        assertThat(words.sentence(new All(List.of(COMPLAINS, new All(List.of()))), ENGLISH))
                .isEqualTo("Customers who have an open complaint");
    }

    @Test
    void numbers_are_written_as_the_reader_writes_them() {
        Trait worth = new WorthIs(WorthIs.Worth.TOTAL, new BigDecimal("1000"), new BigDecimal("2500.5"));

        assertThat(words.trait(worth, DUTCH)).isEqualTo("waarde in totaal van €\u00a01.000 tot onder €\u00a02.500,50");
        assertThat(words.trait(worth, ENGLISH)).isEqualTo("value in total from €\u00a01,000 to below €\u00a02,500.50");
        assertThat(words.trait(new Trait.AliveIs(new BigDecimal("0.805"), null), DUTCH))
                .isEqualTo("kans op nog een aankoop minstens 80,5\u00a0%");
        assertThat(words.trait(new Trait.JourneyBegun(null, 1_200), DUTCH))
                .isEqualTo("klantreis begonnen in de laatste 1.200 dagen");
    }

    @Test
    void what_a_customer_was_and_became_is_worded_too() {
        assertThat(words.value(GOING, "AT_RISK", DUTCH)).isEqualTo("dreigt te gaan");
        assertThat(words.value(VALUABLE, "A", DUTCH)).isEqualTo("A");
        assertThat(words.value(new Trait.RfmIs(Set.of(RfmSegment.LOYAL)), "LOYAL", ENGLISH))
                .isEqualTo("Loyal");
        assertThat(words.value(new WorthIs(WorthIs.Worth.CURRENT, BigDecimal.ONE, null), "1234.5600", DUTCH))
                .isEqualTo("€\u00a01.235");
        assertThat(words.value(new Trait.AliveIs(BigDecimal.ZERO, null), "0.8134", DUTCH))
                .isEqualTo("81\u00a0%");
    }
}
