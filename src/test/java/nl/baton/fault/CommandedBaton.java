package nl.baton.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import nl.baton.BatonApplication;
import nl.baton.handoff.Rebuild;
import nl.baton.security.SystemWork;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Baton as it is, in a process that ends with the one that started it, and that rebuilds its figures on command. */
final class CommandedBaton {

    static final String REBUILD = "rebuild";

    private CommandedBaton() {}

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext baton = SpringApplication.run(BatonApplication.class, arguments);
        Rebuild rebuild = baton.getBean(Rebuild.class);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.equals(REBUILD)) {
                SystemWork.run(rebuild::request);
            }
        }
        System.exit(SpringApplication.exit(baton));
    }
}
