package nl.baton.base;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What Baton needs of MySQL's driver, so that a URL is all there is to set. What the URL itself says wins.
 *
 * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">MySQL
 *     Connector/J: configuration properties</a>
 */
@Component
class MySqlSettings implements BeanPostProcessor {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // a batch goes as one statement with many rows, instead of as many statements
            Map.entry("rewriteBatchedStatements", "true"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "250"),
            Map.entry("prepStmtCacheSqlLimit", "8192"),
            // no round trip to ask for, or to repeat, what the driver knows
            Map.entry("cacheServerConfiguration", "true"),
            Map.entry("useLocalSessionState", "true"),
            Map.entry("readOnlyPropagatesToServer", "false"),
            // the same on every server, whatever its zone and its habits in comparing
            Map.entry("connectionTimeZone", "UTC"),
            // and it looks each of a long list of ids up, where it would else guess, and read the whole table
            Map.entry("sessionVariables", "time_zone='+00:00',eq_range_index_dive_limit=0"),
            Map.entry("characterEncoding", "UTF-8"),
            Map.entry("connectionCollation", MySqlCollation.NAME),
            // in milliseconds: a server that is gone is noticed; one at work on a long migration is not given up
            Map.entry("connectTimeout", "5000"),
            Map.entry("socketTimeout", "300000"),
            Map.entry("tcpKeepAlive", "true"));

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isMySql(pool.getJdbcUrl())) {
            String url = pool.getJdbcUrl().toLowerCase(Locale.ROOT);
            Properties settings = pool.getDataSourceProperties();
            SETTINGS.forEach((setting, value) -> {
                if (!url.matches(".*[?&(,]" + setting.toLowerCase(Locale.ROOT) + "=.*")) {
                    settings.putIfAbsent(setting, value);
                }
            });
        }
        return bean;
    }

    private static boolean isMySql(@Nullable String url) {
        return url != null && url.startsWith("jdbc:mysql:");
    }
}
