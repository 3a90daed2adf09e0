package nl.baton.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.segment.TraitChoices.AttributeKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is known of all customers that can be asked for; of each the most frequent first. */
@Component
class TraitChoicesQuery {

    private static final int MOST = Trait.MOST_CHOICES;

    private final JdbcClient jdbc;

    TraitChoicesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AttributeKey> attributes() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT attribute_key, attribute_value FROM (
                            SELECT attribute_key, attribute_value,
                                ROW_NUMBER() OVER (PARTITION BY attribute_key ORDER BY n DESC, attribute_value) AS nth
                            FROM (
                                SELECT attribute_key, attribute_value, COUNT(*) AS n FROM customer_attribute
                                GROUP BY attribute_key, attribute_value) counted) ranked
                        WHERE nth <= ? ORDER BY attribute_key, nth""").param(MOST).query(row -> {
            values.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(row.getString(2));
        });
        return values.entrySet().stream()
                .map(each -> new AttributeKey(each.getKey(), each.getValue()))
                .toList();
    }

    List<String> lifeStages() {
        return most("SELECT life_stage AS said FROM customer WHERE life_stage IS NOT NULL");
    }

    List<String> lifestyles() {
        return most("SELECT lifestyle AS said FROM customer WHERE lifestyle IS NOT NULL");
    }

    List<String> preferred(Trait.Prefers.Wish wish) {
        return most("""
                SELECT preference_value AS said FROM customer_preference WHERE kind = ? AND origin = 'STATED'
                UNION ALL SELECT preference_value FROM customer_own_preference
                WHERE kind = ? AND preference_value IS NOT NULL""", wish.name(), wish.name());
    }

    List<String> purposes() {
        return most("SELECT purpose AS said FROM customer_consent UNION ALL SELECT purpose FROM customer_own_consent");
    }

    private List<String> most(String all, Object... parameters) {
        return jdbc.sql("SELECT said FROM (" + all
                        + ") a WHERE said <> '' GROUP BY said ORDER BY COUNT(*) DESC, said LIMIT " + MOST)
                .params(parameters)
                .query(String.class)
                .list();
    }
}
