package nl.baton.segment;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.baton.base.BatonProperties;
import nl.baton.department.Departments;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads rows of many customers as a stream: of which a trait is true, and so who belongs to a segment. */
@Component
class TraitQuery {

    /** How Connector/J is told to hand rows on as they come, so that a million of them never stand in memory at once. */
    private static final int AS_THEY_COME = Integer.MIN_VALUE;

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;
    private final BatonProperties properties;
    private final Clock clock;

    TraitQuery(JdbcTemplate jdbc, Departments departments, BatonProperties properties, Clock clock) {
        var streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        if (isMySql(jdbc)) {
            streaming.setFetchSize(AS_THEY_COME);
        }
        this.named = new NamedParameterJdbcTemplate(streaming);
        this.departments = departments;
        this.properties = properties;
        this.clock = clock;
    }

    private static boolean isMySql(JdbcTemplate jdbc) {
        ConnectionCallback<Boolean> question =
                connection -> connection.getMetaData().getDatabaseProductName().equals("MySQL");
        return Boolean.TRUE.equals(jdbc.execute(question));
    }

    Moment now() {
        int scoring = named
                .getJdbcTemplate()
                .queryForList("SELECT scoring FROM value_scoring WHERE state = 'LIVE'", Integer.class)
                .stream()
                .findFirst()
                .orElse(0);
        return new Moment(clock.instant(), properties.zone(), scoring);
    }

    CustomerSet everyone() {
        return read(TraitSql.everyone());
    }

    CustomerSet of(Trait trait, Moment moment) {
        // sets are read again without anybody asking
        return read(TraitSql.of(trait, moment, SystemWork.call(departments::survivors)));
    }

    CustomerSet read(TraitSql sql) {
        var ids = new CustomerSet.Builder();
        stream(sql.text(), sql.parameters(), row -> ids.add(row.getLong(1)));
        return ids.build();
    }

    /** Hands on the rows as they come; whoever takes them must not ask the database anything meanwhile. */
    void stream(String sql, Map<String, ?> parameters, RowCallbackHandler rows) {
        named.query(sql, parameters, rows);
    }

    /** Nobody but who is in {@code everyone}, whatever the traits say. */
    static CustomerSet of(Condition condition, CustomerSet everyone, Function<Trait, CustomerSet> traits) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream().map(part -> of(part, everyone, traits)).reduce(everyone, CustomerSet::and);
            case Condition.Any(var parts) ->
                CustomerSet.union(
                        parts.stream().map(part -> of(part, everyone, traits)).toList());
            case Condition.Not(var part) -> everyone.minus(of(part, everyone, traits));
            case Trait trait ->
                CustomerSet.union(trait.single().stream().map(traits).toList()).and(everyone);
        };
    }
}
