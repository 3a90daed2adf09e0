package nl.baton.segment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.baton.department.Departments;
import nl.baton.handoff.BreakdownRule;
import nl.baton.journey.JourneyTypes;
import nl.baton.segment.Trait.Prefers.Wish;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What can be chosen when a segment is built. What is counted over all customers is kept for an hour: at a million of
 * them it takes seconds to read, so that it is to be asked for off the UI's thread.
 */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class TraitChoices {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Departments departments;
    private final JourneyTypes types;
    private final List<BreakdownRule> rules;
    private final LoadingCache<Of, Known> known;

    TraitChoices(TraitChoicesQuery query, Departments departments, JourneyTypes types, List<BreakdownRule> rules) {
        this.departments = departments;
        this.types = types;
        this.rules = rules;
        this.known = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> read(query));
    }

    /** The one thing that is kept. */
    private enum Of {
        ALL_CUSTOMERS
    }

    private record Known(
            List<AttributeKey> attributes,
            List<String> lifeStages,
            List<String> lifestyles,
            List<String> channels,
            List<String> languages,
            List<String> purposes) {}

    /** A key of attributes with its most frequent values. */
    public record AttributeKey(String key, List<String> values) {

        public AttributeKey {
            values = List.copyOf(values);
        }
    }

    /** A journey type or a department. */
    public record Named(long id, String name) {}

    /**
     * All that can be chosen.
     *
     * @param rules codes of those that judge handoffs
     * @param openRules the same, and the one of passes that nobody picks up
     */
    public record Choices(
            List<AttributeKey> attributes,
            List<String> lifeStages,
            List<String> lifestyles,
            List<String> channels,
            List<String> languages,
            List<String> purposes,
            List<Named> types,
            List<Named> departments,
            List<String> rules,
            List<String> openRules) {}

    public Choices all() {
        Known of = known.get(Of.ALL_CUSTOMERS);
        List<String> codes = rules.stream().map(BreakdownRule::code).sorted().toList();
        return new Choices(
                of.attributes,
                of.lifeStages,
                of.lifestyles,
                of.channels,
                of.languages,
                of.purposes,
                types.all().stream()
                        .map(type -> new Named(type.id(), type.name()))
                        .toList(),
                departments.all().stream()
                        .map(department -> new Named(department.id(), department.name()))
                        .toList(),
                codes,
                Stream.concat(codes.stream(), Stream.of(TraitSql.NOT_PICKED_UP)).toList());
    }

    private static Known read(TraitChoicesQuery query) {
        return new Known(
                query.attributes(),
                query.lifeStages(),
                query.lifestyles(),
                query.preferred(Wish.CHANNEL),
                query.preferred(Wish.LANGUAGE),
                query.purposes());
    }
}
