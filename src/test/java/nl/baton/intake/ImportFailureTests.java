package nl.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import nl.baton.database.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ImportFailureTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_a_database_quotes_of_a_row_does_not_reach_the_log() {
        String person = "Anya de Vries";
        insert(person);
        Throwable twice = catchThrowable(() -> insert(person));
        jdbc.sql("DELETE FROM quarantined_row WHERE import_id = ?")
                .param(person)
                .update();
        assertThat(twice).as("the reason for all this").hasStackTraceContaining("Anya");
        String logged = printed(new IllegalStateException("of " + person, twice));
        assertThat(logged)
                .doesNotContain("Anya")
                .contains(twice.getClass().getName(), "SQL state 23", "ImportFailureTests");
    }

    @Test
    void what_the_operating_system_says_does() {
        assertThat(printed(new UncheckedIOException(new IOException("No space left on device"))))
                .contains("No space left on device");
    }

    private void insert(String importId) {
        jdbc.sql("""
                INSERT INTO quarantined_row (import_id, row_in_file, field, reason_key, reason_arguments, raw)
                VALUES (?, 1, '', '', '', '')
                """).param(importId).update();
    }

    private static String printed(Throwable failure) {
        var out = new StringWriter();
        ImportFailure.of(failure).printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
