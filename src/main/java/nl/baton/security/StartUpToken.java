package nl.baton.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts the API token of the configuration in the place of the former one; only its hash is kept. That is done before the
 * port is open: who sends all day is never told that the token is unknown.
 */
@Component
class StartUpToken implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpToken.class);
    private static final int LEAST = 20;

    private final ApiTokenTable tokens;
    private final String configured;

    StartUpToken(ApiTokenTable tokens, @Value("${baton.api-token:}") String configured) {
        this.tokens = tokens;
        this.configured = configured;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (configured.isBlank()) {
            tokens.replaceStartUpToken(null, "", ApiScope.all());
            return;
        }
        if (configured.length() < LEAST) {
            LOG.warn(
                    "The API token of the configuration is short enough to be guessed; use at least {} characters",
                    LEAST);
        }
        tokens.replaceStartUpToken(SecretHash.of(configured), "BATON_API_TOKEN", ApiScope.all());
    }
}
