package nl.baton.customer.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.customer.search.IndexedCustomer.Field;
import org.apache.lucene.util.Version;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import tools.jackson.databind.json.JsonMapper;

/** An index of customers in a folder. */
public final class CustomerIndex implements AutoCloseable {

    /** Of what is in an index, and how: another one is not read. To be counted up when that changes. */
    public static final String FORMAT = "2 " + Version.LATEST;

    private final CloseableSearchMapping mapping;
    private final JsonMapper json;

    private CustomerIndex(CloseableSearchMapping mapping, JsonMapper json) {
        this.mapping = mapping;
        this.json = json;
    }

    /**
     * Opens the index in a folder, or begins one there.
     *
     * @param settings of the back end, such as {@code io.writer.ram_buffer_size}, as its manual has them
     */
    public static CustomerIndex open(Path folder, Map<String, String> settings, JsonMapper json) {
        StandalonePojoMappingConfigurer configurer = context -> {
            context.annotationMapping()
                    .discoverAnnotatedTypesFromRootMappingAnnotations(false)
                    .discoverAnnotationsFromReferencedTypes(false)
                    .buildMissingDiscoveredJandexIndexes(false);
            CustomerDocument.map(context.programmaticMapping().type(CustomerDocument.class));
        };
        var builder = SearchMapping.builder(AnnotatedTypeSource.empty())
                .property("hibernate.search.mapping.configurer", configurer)
                .property("hibernate.search.backend.lucene_version", Version.LATEST.toString())
                .property("hibernate.search.backend.directory.root", folder.toString());
        settings.forEach((name, value) -> builder.property("hibernate.search.backend." + name, value));
        var index = new CustomerIndex(builder.build(), json);
        try {
            // an index that cannot be read says so only when it is
            index.size();
        } catch (RuntimeException unreadable) {
            index.close();
            throw unreadable;
        }
        return index;
    }

    /**
     * Adds customers that are not in it yet, and waits until they are; on disk they are after {@link #flush}. To write each
     * page to disk by itself takes many times as long.
     */
    public void add(Collection<IndexedCustomer> customers) {
        try (SearchSession session = session(CustomerIndex::writtenLater)) {
            var plan = session.indexingPlan();
            customers.forEach(customer -> plan.add(CustomerDocument.of(customer, json)));
        }
    }

    private static void writtenLater(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(future -> future.join().throwable().ifPresent(failure -> {
            throw new IllegalStateException("Customers could not be added to the index", failure);
        }));
    }

    /** Writes what was added to disk, and has searches see it. */
    public void flush() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().flush();
            session.workspace().refresh();
        }
    }

    /** Puts customers in as they are now, and takes out those that are no more; on disk, and seen, when it returns. */
    public void replace(Collection<IndexedCustomer> customers, Collection<Long> gone) {
        try (SearchSession session = session(IndexingPlanSynchronizationStrategy.sync())) {
            var plan = session.indexingPlan();
            customers.forEach(customer -> plan.addOrUpdate(CustomerDocument.of(customer, json)));
            gone.forEach(id -> plan.purge(CustomerDocument.class, id, null));
        }
    }

    private SearchSession session(IndexingPlanSynchronizationStrategy strategy) {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(strategy)
                .build();
    }

    /** How many customers are in it. */
    public long size() {
        try (SearchSession session = mapping.createSession()) {
            return session.search(CustomerDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }
    }

    /**
     * Those that a scrap fits, the best first, and after them those that it nearly fits, if there is room.
     *
     * @param by as of {@link #find}
     */
    public List<IndexedCustomer> best(Scrap scrap, Set<Field> by, int most) {
        Map<Long, IndexedCustomer> found = new LinkedHashMap<>();
        find(scrap, by, false, 0, most).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        boolean meant = scrap.withAt() && !found.isEmpty();
        if (found.size() < most && !meant) {
            // among those that fit nearly are those that fit
            find(scrap, by, true, 0, most + found.size()).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        }
        return found.values().stream().limit(most).toList();
    }

    /**
     * Those that a scrap fits, the best first.
     *
     * @param by what may be found by; of other fields nothing is asked
     * @param nearly give or take typing errors
     */
    public List<IndexedCustomer> find(Scrap scrap, Set<Field> by, boolean nearly, int offset, int most) {
        try (SearchSession session = mapping.createSession()) {
            var scope = mapping.scope(CustomerDocument.class);
            var query = new ScrapQuery(scope.predicate(), scrap, by);
            SearchPredicate predicate = nearly ? query.nearly() : query.exact();
            return session
                    .search(scope)
                    .select(f -> f.field(CustomerDocument.CARD, String.class))
                    .where(predicate)
                    .sort(f -> f.composite(c -> {
                        c.add(f.score());
                        if (query.isTelling()) {
                            c.add(f.field(CustomerDocument.SORT_NAME));
                        }
                    }))
                    .totalHitCountThreshold(offset + most)
                    .fetchHits(offset, most)
                    .stream()
                    .map(card -> json.readValue(card, IndexedCustomer.class))
                    .toList();
        }
    }

    @Override
    public void close() {
        mapping.close();
    }
}
