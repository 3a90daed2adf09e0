package nl.baton.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.baton.base.ApiLanguage;
import nl.baton.base.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a request was not taken as a problem (RFC 9457), and when to come again. */
@RestControllerAdvice
class IntakeProblems {

    private final Texts texts;
    private final BatchAnswer answers;

    IntakeProblems(Texts texts, BatchAnswer answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IntakeRefusal refusal, HttpServletRequest request) {
        Locale language = ApiLanguage.of(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), answers.reason(refusal, language));
        problem.setTitle(texts.text(language, "intake.api.title"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        Long wait = refusal.retrySeconds();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        return answer.body(problem);
    }
}
