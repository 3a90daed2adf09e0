package nl.baton.demo;

import nl.baton.BatonApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The application as a newcomer gets it, with the demo company loaded by its first start. It is started once for all
 * tests that need it; the shared test context has no demo and must not get one. Those tests carry the tag and run in a
 * JVM of their own, since two applications in one would share Vaadin's static holder of who is signed in.
 */
public final class DemoApplication {

    public static final String TAG = "demo";

    private static ConfigurableApplicationContext application;

    private DemoApplication() {}

    public static synchronized ConfigurableApplicationContext started() {
        if (application == null) {
            // as arguments: properties of the builder would give way to those of the application
            application = new SpringApplicationBuilder(BatonApplication.class)
                    .run(
                            "--spring.datasource.url=jdbc:h2:mem:zonnewind;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                                    + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
                            "--vaadin.productionMode=true",
                            "--baton.home=target/demo-home",
                            "--server.port=0");
        }
        return application;
    }

    public static int port() {
        return started().getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }
}
