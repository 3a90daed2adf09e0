package nl.baton.intake.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.baton.base.ApiLanguage;
import nl.baton.base.Texts;
import nl.baton.department.DepartmentRefused;
import nl.baton.handoff.PactRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong with a definition as a problem (RFC 9457), with the field and the reason. */
@RestControllerAdvice(basePackageClasses = SetupProblems.class)
class SetupProblems {

    private final Texts texts;

    SetupProblems(Texts texts) {
        this.texts = texts;
    }

    /** There is nothing under this code. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ExceptionHandler
    ProblemDetail wrong(SetupRefused wrong, HttpServletRequest request) {
        HttpStatus status =
                wrong.key().equals("setup.refused.large") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return problem(status, wrong.field(), wrong.key(), wrong.arguments(), request);
    }

    @ExceptionHandler
    ProblemDetail refused(DepartmentRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.reason()) {
            case CODE_MERGED, CODE_SPELLING, CODE_TAKEN, NAME_TAKEN -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
        return problem(status, refused.reason().field(), refused.reason().key(), refused.arguments(), request);
    }

    @ExceptionHandler
    ProblemDetail refused(PactRefused refused, HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                refused.reason().field(),
                refused.reason().key(),
                new Object[0],
                request);
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "code", "setup.refused.code", new Object[0], request);
    }

    private ProblemDetail problem(
            HttpStatus status, String field, String key, Object[] arguments, HttpServletRequest request) {
        Locale language = ApiLanguage.of(request);
        String why = texts.text(language, key, arguments);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, field.isEmpty() ? why : field + ": " + why);
        problem.setTitle(texts.text(language, "setup.refused.title"));
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        problem.setProperty("reason", why);
        return problem;
    }
}
