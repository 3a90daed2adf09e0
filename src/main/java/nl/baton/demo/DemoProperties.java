package nl.baton.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether there is a demo company.
 *
 * @param demo whether the first start loads it, into a database without customers
 */
@ConfigurationProperties("baton")
record DemoProperties(@DefaultValue("on") boolean demo) {}
