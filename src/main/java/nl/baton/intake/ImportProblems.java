package nl.baton.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.baton.base.ApiLanguage;
import nl.baton.base.Texts;
import nl.baton.intake.mapping.InvalidMapping;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Says what is wrong with a request as a problem (RFC 9457). For all controllers and not only this module's, because a
 * broken upload fails before it is known which one it is meant for; nobody else takes uploads.
 */
@RestControllerAdvice
class ImportProblems {

    private final Texts texts;

    ImportProblems(Texts texts) {
        this.texts = texts;
    }

    /** There is no import of this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The import is not in a state in which that can be done. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        Conflict(Reason reason) {
            super(reason.key());
            this.reason = reason;
        }
    }

    @ExceptionHandler
    ProblemDetail wrong(InvalidMapping wrong, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, wrong.field(), wrong.reason(), request);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedFile refused, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "file", refused.reason(), request);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "file", Reason.of("intake.refused.too-large", 4), request);
    }

    @ExceptionHandler
    ProblemDetail broken(MultipartException broken, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, null, Reason.of("intake.problem.multipart"), request);
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "id", Reason.of("intake.problem.unknown"), request);
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict conflict, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, null, conflict.reason, request);
    }

    private ProblemDetail problem(
            HttpStatus status, @Nullable String field, Reason reason, HttpServletRequest request) {
        Locale language = ApiLanguage.of(request);
        String why = texts.text(language, reason.key(), reason.arguments().toArray());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, field == null ? why : field + ": " + why);
        problem.setTitle(texts.text(language, "intake.problem.title"));
        if (field != null) {
            problem.setProperty("field", field);
            problem.setProperty("reason", why);
        }
        return problem;
    }
}
