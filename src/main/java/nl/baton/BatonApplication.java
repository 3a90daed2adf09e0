package nl.baton;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Baton, and dresses its pages: Aura first, then Baton's own tokens. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push(PushMode.AUTOMATIC)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/baton.css")
@Viewport("width=device-width, initial-scale=1")
public class BatonApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(BatonApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
