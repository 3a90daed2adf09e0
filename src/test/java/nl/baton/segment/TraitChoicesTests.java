package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.baton.customer.Attribute;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.segment.Trait.Prefers.Wish;
import nl.baton.segment.TraitChoices.AttributeKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What can be chosen when a segment is built, and by whom. */
@DatabaseTest
class TraitChoicesTests {

    @Autowired
    private TraitChoices choices;

    @Autowired
    private TraitChoicesQuery query;

    @Autowired
    private Customers customers;

    private final String key = "choice-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void forgetWhoIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void of_each_attribute_the_fifty_most_frequent_values_are_offered() {
        SystemWork.run(() -> customers.store(IntStream.range(0, 120)
                .mapToObj(i -> NewCustomer.of(key, key + i, NewCustomer.Kind.PERSON, "Klant " + i)
                        .attributes(
                                List.of(new Attribute(key, i < 40 ? "vaak" : "zelden " + i, key, Instant.EPOCH, null)))
                        .lifeStage(i < 3 ? key : null)
                        .build())
                .toList()));

        AttributeKey offered = query.attributes().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(offered.values()).hasSize(Trait.MOST_CHOICES).startsWith("vaak", "zelden 100");
        for (List<String> some : List.of(
                query.lifeStages(),
                query.lifestyles(),
                query.purposes(),
                query.preferred(Wish.CHANNEL),
                query.preferred(Wish.LANGUAGE))) {
            assertThat(some).hasSizeLessThanOrEqualTo(Trait.MOST_CHOICES).doesNotContainNull();
        }
    }

    @Test
    @SignedInAs(Role.MARKETER)
    void every_rule_is_offered_and_what_nobody_picks_up_among_what_is_open() {
        TraitChoices.Choices all = choices.all();

        assertThat(all.rules()).contains("LATE_PICKUP", "BROKEN_PROMISE").doesNotContain("NOT_PICKED_UP");
        assertThat(all.openRules()).containsAll(all.rules()).contains("NOT_PICKED_UP");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_marketers_choose(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_001, "tester", Set.of(role), null));
        if (role == Role.MARKETER) {
            assertThat(choices.all()).isNotNull();
        } else {
            assertThatThrownBy(choices::all).isInstanceOf(AccessDeniedException.class);
        }
    }
}
