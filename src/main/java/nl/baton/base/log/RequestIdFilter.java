package nl.baton.base.log;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each request an id that stands in the log, in the answer's header and in problems: the caller's own, if it has
 * sent a decent one. What nobody else has caught ends here, so that the web server does not tell the log about it in the
 * exception's own words.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    /** Its name in the log. */
    static final String NAME = "requestId";

    private static final Logger LOG = LoggerFactory.getLogger(RequestIdFilter.class);
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final JsonMapper json;

    RequestIdFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        String id = sent != null && DECENT.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        MDC.put(NAME, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | Error failure) {
            LOG.error("A request failed", failure);
            answer(request, response, id);
        } finally {
            MDC.remove(NAME);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        if (response.isCommitted()) {
            // half an answer was sent: the caller must not take it for a whole one
            throw new IOException("An answer was broken off");
        }
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
            return;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong that should not; the log tells what.");
        problem.setProperty(NAME, id);
        response.reset();
        response.setHeader(HEADER, id);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** The id of the request that is being answered; null outside of one. */
    static @Nullable String current() {
        return MDC.get(NAME);
    }
}
