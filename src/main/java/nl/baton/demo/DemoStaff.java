package nl.baton.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The people of Zonnewind who can sign in, one for each role. */
@Component
class DemoStaff {

    /** Everybody may know it: whoever wants a company of their own leaves the demo out. */
    static final String PASSWORD = "zonnewind-demo";

    private record Colleague(
            String username,
            String name,
            Role role,
            @Nullable Desk home) {}

    private static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("agent", Staff.SAMIRA, Role.AGENT, Desk.KLANTENSERVICE),
            new Colleague("marketer", "Noor Evers", Role.MARKETER, Desk.MARKETING),
            new Colleague("executive", "M. Bakker", Role.EXECUTIVE, null),
            new Colleague("lead", "Tineke Boersma", Role.LEAD, Desk.PLANNING),
            new Colleague("steward", "Rachid el Amrani", Role.STEWARD, Desk.BEHEER),
            new Colleague("admin", "Wil de Graaf", Role.ADMIN, null));

    private final DemoAccounts accounts;
    private final Departments departments;
    private final Environment environment;

    DemoStaff(DemoAccounts accounts, Departments departments, Environment environment) {
        this.accounts = accounts;
        this.departments = departments;
        this.environment = environment;
    }

    /** Makes the accounts that are not there yet. */
    void hire() {
        List<Department> all = departments.all();
        for (Colleague colleague : COLLEAGUES) {
            accounts.addDemo(
                    colleague.username(),
                    colleague.name(),
                    PASSWORD,
                    Set.of(colleague.role()),
                    idOf(all, colleague.home()));
        }
    }

    private static @Nullable Long idOf(List<Department> all, @Nullable Desk desk) {
        return desk == null
                ? null
                : all.stream()
                        .filter(department -> department.code().equals(desk.code()))
                        .map(Department::id)
                        .findFirst()
                        .orElse(null);
    }

    /** What a newcomer has to know, for standard output. */
    String welcome() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return """

                Baton is at http://localhost:%s, with the demo company Zonnewind. The password of all is %s.
                %s
                """.formatted(
                        port, PASSWORD, COLLEAGUES.stream().map(DemoStaff::line).collect(Collectors.joining("\n")));
    }

    private static String line(Colleague colleague) {
        Desk home = colleague.home();
        return "    %-10s %-17s %s"
                .formatted(colleague.username(), colleague.name(), home == null ? "" : home.title())
                .stripTrailing();
    }
}
