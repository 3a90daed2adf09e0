package nl.baton.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.baton.BatonApplication;
import nl.baton.handoff.Rebuild;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Baton as it is, in a process that ends with the one that started it, and that rebuilds its figures, or adds an account, on command. */
final class CommandedBaton {

    static final String REBUILD = "rebuild";

    /** With a name and a password. */
    static final String AGENT = "agent";

    private CommandedBaton() {}

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext baton = SpringApplication.run(BatonApplication.class, arguments);
        Rebuild rebuild = baton.getBean(Rebuild.class);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case REBUILD -> SystemWork.run(rebuild::request);
                case AGENT ->
                    baton.getBean(DemoAccounts.class).addDemo(words[1], words[1], words[2], Set.of(Role.AGENT), null);
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
        System.exit(SpringApplication.exit(baton));
    }
}
