package nl.baton.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import nl.baton.security.ui.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four doors: the API's description for anyone known, the API for tokens, Baton's own state for whoever runs it,
 * everything else for people who signed in.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Flow builds its first page with an inline script and evaluates what the server sends, so both must be allowed. */
    private static final String CONTENT_SECURITY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String API_CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'";

    /** Flow's pages are forwarded, and Tomcat closes a forwarded answer before headers that wait for its end. */
    private static final ObjectPostProcessor<HeaderWriterFilter> EARLY = new ObjectPostProcessor<>() {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    @Bean
    @Order(1)
    SecurityFilterChain apiDescription(HttpSecurity http, ApiTokenTable tokens, AccountGuard guard, JsonMapper json) {
        var refusals = new ApiRefusals(json);
        // The session is read, for somebody who looks at the description in the browser, but never begun.
        return http.securityMatcher("/api/v1/openapi.json")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, refusals), AuthorizationFilter.class)
                .addFilterBefore(new AccountGuardFilter(guard), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(no -> no.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(API_CONTENT_SECURITY)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokenTable tokens, JsonMapper json) {
        var refusals = new ApiRefusals(json);
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(no -> no.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(API_CONTENT_SECURITY)))
                .build();
    }

    /** Whether it lives is no secret; how it does is for those with a token. */
    @Bean
    @Order(3)
    SecurityFilterChain state(HttpSecurity http, ApiTokenTable tokens, JsonMapper json) {
        var refusals = new ApiRefusals(json);
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(tokens, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                                .permitAll()
                                .requestMatchers("/actuator/prometheus")
                                .hasAuthority("SCOPE_metrics:read")
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(no -> no.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(API_CONTENT_SECURITY)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain screens(HttpSecurity http, AccountGuard guard, RequestUtil vaadinRequests) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/styles/**", "/aura/**", "/icons/baton.svg")
                                .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class)
                                // Vaadin's leaves sign-in out: a strange page could sign a visitor in as somebody else.
                                .enableCsrfConfiguration(false)
                                // An address that does not exist is answered by the error view, not by a bare 403.
                                .anyRequest(AuthorizedUrl::authenticated))
                // Flow guards its own requests by a token of its own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .exceptionHandling(no -> no.defaultAccessDeniedHandlerFor(
                        // The page stood open until its session had gone: a fresh one, and no error.
                        (request, response, why) -> response.sendRedirect(request.getContextPath() + "/login"),
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login")))
                .addFilterBefore(new AccountGuardFilter(guard), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .withObjectPostProcessor(EARLY))
                .build();
    }

    @Bean
    DaoAuthenticationProvider signIn(AccountDetails accounts, Passwords passwords) {
        var provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(passwords.encoder());
        // A locked or disabled account takes as long as any other, so that time does not tell them apart.
        provider.setAlwaysPerformAdditionalChecksOnUser(true);
        return provider;
    }
}
