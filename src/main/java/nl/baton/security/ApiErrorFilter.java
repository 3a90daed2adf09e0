package nl.baton.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.filter.GenericFilterBean;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever goes wrong under {@code /api} outside of a controller (an address that the firewall does not let in, an
 * exception in a filter) is answered as a problem too. The error page that would answer it otherwise is for people, and
 * asks them to sign in.
 */
final class ApiErrorFilter extends GenericFilterBean {

    private final ApiRefusals refusals;

    private ApiErrorFilter(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String failed = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!failed.matches("/+api(/.*)?") || response.isCommitted()) {
            chain.doFilter(request, response);
            return;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        refusals.write(
                (HttpServletRequest) request,
                (HttpServletResponse) response,
                status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    /** In front of the security chain, which knows errors as pages only. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** After all controllers, and before Vaadin, which has a page for every address. */
        @Bean
        SimpleUrlHandlerMapping nothingElseUnderApi() {
            HttpRequestHandler notFound = (request, response) -> response.sendError(HttpStatus.NOT_FOUND.value());
            return new SimpleUrlHandlerMapping(Map.of("/api", notFound, "/api/**", notFound), 1);
        }

        @Bean
        FilterRegistrationBean<ApiErrorFilter> apiErrors(JsonMapper json) {
            var registration = new FilterRegistrationBean<>(new ApiErrorFilter(new ApiRefusals(json)));
            registration.setDispatcherTypes(DispatcherType.ERROR);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
