package nl.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.base.ui.ForbiddenPage;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.ui.LoginView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every route as every role and as a stranger. A new route fails here until the table says whose it is. */
@BatonTest
class RouteAccessTests extends SpringBrowserlessTest {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> NOT_ADMIN = EnumSet.complementOf(EnumSet.of(Role.ADMIN));

    /** Open to everyone, signed in or not. */
    private static final Set<String> OPEN = Set.of("login", "welcome/:token");

    /** The access matrix of PRODUCT.md, by route: an address to try, and who may. */
    private static final Map<String, Entry> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("", new Entry("", ALL)),
            Map.entry("login", new Entry("login", ALL)),
            Map.entry("welcome/:token", new Entry("welcome/none", ALL)),
            Map.entry("handoffs", new Entry("handoffs", NOT_ADMIN)),
            Map.entry("journey-types", new Entry("journey-types", EnumSet.of(Role.AGENT, Role.EXECUTIVE, Role.LEAD))),
            Map.entry(
                    "handoffs/attributes", new Entry("handoffs/attributes", EnumSet.of(Role.EXECUTIVE, Role.MARKETER))),
            Map.entry(
                    "customers/:customer(\\d{1,18})",
                    new Entry(
                            "customers/999999999999", EnumSet.of(Role.AGENT, Role.MARKETER, Role.LEAD, Role.STEWARD))),
            Map.entry("segments", new Entry("segments", EnumSet.of(Role.EXECUTIVE, Role.MARKETER))),
            Map.entry("segments/flow", new Entry("segments/flow", EnumSet.of(Role.EXECUTIVE, Role.MARKETER))),
            Map.entry(
                    "segments/:segment([0-9]{1,18})",
                    new Entry("segments/999999999999", EnumSet.of(Role.EXECUTIVE, Role.MARKETER))),
            Map.entry("segments/new", new Entry("segments/new", EnumSet.of(Role.MARKETER))),
            Map.entry("feedback/:item?", new Entry("feedback", EnumSet.of(Role.AGENT, Role.MARKETER, Role.LEAD))),
            Map.entry("alerts", new Entry("alerts", EnumSet.of(Role.AGENT, Role.EXECUTIVE, Role.LEAD))),
            Map.entry("workspace", new Entry("workspace", EnumSet.of(Role.AGENT, Role.EXECUTIVE, Role.LEAD))),
            Map.entry("value", new Entry("value", EnumSet.of(Role.MARKETER, Role.EXECUTIVE))),
            Map.entry("promises", new Entry("promises", EnumSet.of(Role.AGENT, Role.LEAD))),
            Map.entry("cases/:pair?", new Entry("cases", EnumSet.of(Role.STEWARD))),
            Map.entry("identities/:conflict?(\\d{1,18})", new Entry("identities", EnumSet.of(Role.STEWARD))),
            Map.entry("quality", new Entry("quality", EnumSet.of(Role.STEWARD))),
            Map.entry("figures", new Entry("figures", EnumSet.of(Role.ADMIN))),
            Map.entry("judging", new Entry("judging", EnumSet.of(Role.ADMIN))),
            Map.entry("imports/:import?", new Entry("imports", EnumSet.of(Role.STEWARD))),
            Map.entry("departments/:department?", new Entry("departments", EnumSet.of(Role.ADMIN))),
            Map.entry("tokens/:token?", new Entry("tokens", EnumSet.of(Role.ADMIN))),
            Map.entry("users/:user?", new Entry("users", EnumSet.of(Role.ADMIN))),
            Map.entry("audit", new Entry("audit", EnumSet.of(Role.ADMIN)))));

    private record Entry(String address, Set<Role> roles) {}

    /** What a screen still had under way ends first, as whoever asked for it. */
    @Override
    @AfterEach
    public void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_table_names_every_route_and_no_other() {
        assertThat(routes()).isEqualTo(new TreeSet<>(EXPECTED.keySet()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_reaches_its_screens_and_no_others(Role role) {
        become(role);
        EXPECTED.forEach((route, entry) -> {
            UI.getCurrent().navigate(entry.address());

            assertThat(getCurrentView() instanceof ForbiddenPage)
                    .as("%s is refused at %s", role, route)
                    .isEqualTo(!entry.roles().contains(role));
            assertThat(getCurrentView())
                    .as("%s at %s", role, route)
                    .isNotInstanceOf(route.equals("login") ? ForbiddenPage.class : LoginView.class);
        });
    }

    @Test
    void a_stranger_is_sent_to_sign_in() {
        become(null);
        EXPECTED.forEach((route, entry) -> {
            UI.getCurrent().navigate(entry.address());

            assertThat(getCurrentView() instanceof LoginView)
                    .as("a stranger at %s is sent to sign in", route)
                    .isEqualTo(!OPEN.contains(route) || route.equals("login"));
        });
    }

    /** A new session as somebody else: the environment takes the user over when it is made. */
    private void become(Role role) {
        cleanVaadinEnvironment();
        if (role != null) {
            SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_001, "tester", Set.of(role), null));
        }
        initVaadinEnvironment();
    }

    private static Set<String> routes() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
