package nl.baton.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long fields hold, and which attributes are looked at, as stewards set it. */
@Component
class FieldRules {

    static final int SHELF_LIFE_DAYS = 365;

    private final JdbcTemplate jdbc;

    FieldRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was set, by field. */
    record Rules(Map<String, Integer> days) {

        int shelfLife(String field) {
            return days.getOrDefault(field, SHELF_LIFE_DAYS);
        }

        /** The keys on the stewards' list. */
        List<String> attributes() {
            return days.keySet().stream()
                    .filter(field -> field.startsWith(CustomerField.ATTRIBUTE))
                    .map(field -> field.substring(CustomerField.ATTRIBUTE.length()))
                    .sorted()
                    .toList();
        }
    }

    Rules read() {
        Map<String, Integer> days = new HashMap<>();
        jdbc.query("SELECT field, shelf_life_days FROM field_rule", row -> {
            days.put(row.getString(1), row.getInt(2));
        });
        return new Rules(days);
    }

    void set(String field, int days) {
        jdbc.update("""
                INSERT INTO field_rule (field, shelf_life_days) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE shelf_life_days = VALUES(shelf_life_days)""", field, days);
    }

    void remove(String field) {
        jdbc.update("DELETE FROM field_rule WHERE field = ?", field);
    }
}
