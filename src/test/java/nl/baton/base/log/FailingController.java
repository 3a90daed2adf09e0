package nl.baton.base.log;

import java.sql.SQLException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A part of the API that exists in tests only, and fails in many ways over what it was sent. */
@RestController
class FailingController {

    private final JdbcClient jdbc;

    FailingController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/failing/{how}/{value}")
    String fail(@PathVariable String how, @PathVariable String value) throws Exception {
        switch (how) {
            case "state" -> throw new IllegalStateException("Cannot work on " + value);
            case "error" -> throw new AssertionError(value);
            case "checked" -> throw new Exception(value, new RuntimeException("because of " + value));
            case "suppressed" -> {
                var failure = new IllegalArgumentException("outer");
                failure.addSuppressed(new IllegalStateException(value));
                throw failure;
            }
            case "mysql" ->
                throw new DuplicateKeyException(
                        "Duplicate entry '" + value + "'",
                        new SQLException("Duplicate entry '" + value + "'", "23000", 1062));
            default -> {
                // the real thing: H2 quotes the row
                for (int i = 0; i < 2; i++) {
                    jdbc.sql("INSERT INTO id_block (name, next_id) VALUES (?, 1)")
                            .param(value)
                            .update();
                }
            }
        }
        return "did not fail";
    }
}
