package nl.baton.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API token may do; each names a row of the access matrix. */
public enum ApiScope {
    INTAKE_WRITE("intake:write"),
    HANDOFFS_READ("handoffs:read"),
    SETUP_READ("setup:read"),
    SETUP_WRITE("setup:write"),
    VALUE_READ("value:read"),
    SEGMENTS_READ("segments:read"),
    METRICS_READ("metrics:read");

    private final String code;

    ApiScope(String code) {
        this.code = code;
    }

    /** As in {@code hasAuthority('SCOPE_handoffs:read')}. */
    public String code() {
        return code;
    }

    static Set<String> all() {
        return Arrays.stream(values()).map(ApiScope::code).collect(Collectors.toUnmodifiableSet());
    }
}
