package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Opens Baton as a user does. Every test gets a fresh visitor in {@link #page}; more can {@link #come} beside it. What
 * the browser complains about on its console fails the test, and a test that fails leaves its trace in
 * {@code target/traces}.
 */
public abstract class BrowserTest {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final int RESIZED = 400;

    /** Pixels of window above and below a part of which a picture is taken. */
    private static final int ABOVE = 200;

    /** What depends on colours. */
    private static final List<String> COLOURED = List.of("color-contrast", "link-in-text-block");

    private static final String AT_REST = """
            () => document.fonts.status === 'loaded'
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
            """;

    /** Where the visitor of {@link #visitor()} looks. */
    protected Page page;

    private final List<BrowserContext> visits = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private Chromium chromium;
    private String test;
    private boolean failed;

    @RegisterExtension
    final BeforeEachCallback begin = context -> {
        chromium = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        test = getClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    };

    @RegisterExtension
    final AfterTestExecutionCallback end =
            context -> failed = context.getExecutionException().isPresent();

    /** The port of the application that is visited. */
    protected abstract int port();

    /** Who comes by default: Dutch, light, at a desk. */
    protected Visitor visitor() {
        return Visitor.DUTCH;
    }

    @BeforeEach
    void firstVisitorComes() {
        page = come(visitor());
    }

    /** A new browser profile, with nothing in it: nobody is signed in. */
    protected Page come(Visitor visitor) {
        BrowserContext visit = chromium.browser().newContext(visitor.options("http://localhost:" + port()));
        visits.add(visit);
        visit.setDefaultTimeout(15_000);
        visit.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        visit.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        visit.onWebError(error -> complaints.add(error.error()));
        return visit.newPage();
    }

    /** Signs in through the real form, and waits for the first screen. */
    protected void signIn(Page page, String username, String password) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        settle(page);
    }

    /** Opens a customer's profile, and says what for where that is asked. */
    protected void openProfile(Page page, long customer) {
        page.navigate("/customers/" + customer);
        sayWhatFor(page);
    }

    /** Says what a profile is opened for, where that is asked. */
    protected void sayWhatFor(Page page) {
        page.locator(".reason-part, .customer-view .name-bar").first().waitFor();
        Locator usual = page.locator(".reason-part .actions vaadin-button").first();
        if (usual.isVisible()) {
            usual.click();
        }
    }

    /** Waits until the server owes the page nothing any more. */
    protected void settle(Page page) {
        page.waitForLoadState();
        page.waitForFunction(AT_REST);
    }

    /** Takes {@code target/screenshots/<name>-<light|dark>-<width>.png}: all four, after which the page is as before. */
    protected void screenshot(Page page, String name) {
        inEachForm(
                page,
                name,
                path -> page.screenshot(
                        new Page.ScreenshotOptions().setPath(path).setAnimations(ScreenshotAnimations.DISABLED)));
    }

    /** The same of one part of the page, whole, however long it is; it makes no page wider than its window. */
    protected void picture(Page page, String part, String name) {
        inEachForm(page, name, path -> {
            // a window that it fits in: a part that scrolls within another comes out with gaps otherwise
            int width = page.viewportSize().width;
            int height = (int) Math.ceil(page.locator(part).boundingBox().height);
            page.setViewportSize(width, height + ABOVE);
            page.waitForTimeout(RESIZED);
            settle(page);
            page.locator(part)
                    .screenshot(
                            new Locator.ScreenshotOptions().setPath(path).setAnimations(ScreenshotAnimations.DISABLED));
            assertThat(page.locator("html")).hasJSProperty("scrollWidth", width);
        });
    }

    private void inEachForm(Page page, String name, Consumer<Path> take) {
        var before = page.viewportSize();
        for (int width : List.of(Visitor.DESK, Visitor.PHONE)) {
            page.setViewportSize(width, width == Visitor.DESK ? 900 : 844);
            // the browser tells the server of its new width a moment later, and what depends on it is drawn anew
            page.waitForTimeout(RESIZED);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                settle(page);
                take.accept(Path.of("target/screenshots")
                        .resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
            }
        }
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(visitor().scheme()));
        page.setViewportSize(before.width, before.height);
        settle(page);
    }

    /** Fails when axe-core finds what would keep somebody from using this screen, in light or in dark. */
    protected void assertNoSeriousViolations(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            settle(page);
            AxeBuilder axe = new AxeBuilder(page);
            if (scheme == ColorScheme.DARK) {
                // all else was looked at in light
                axe.withRules(COLOURED);
            }
            List<String> violations = axe.analyze().getViolations().stream()
                    .filter(rule -> SERIOUS.contains(rule.getImpact()))
                    .flatMap(rule -> rule.getNodes().stream()
                            .map(node -> "%s (%s): %s %s"
                                    .formatted(rule.getHelp(), rule.getId(), node.getTarget(), node.getHtml())))
                    .toList();
            assertEquals("", String.join("\n", violations), () -> "accessibility in " + scheme + " of " + page.url());
        }
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(visitor().scheme()));
    }

    /** Lets the browser complain in these words (a regular expression) during this test. */
    protected void expectComplaint(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    @AfterEach
    void everybodyLeaves() {
        complaints.removeIf(text ->
                expected.stream().anyMatch(pattern -> pattern.matcher(text).find()));
        boolean keepTrace = failed || !complaints.isEmpty();
        for (int i = 0; i < visits.size(); i++) {
            var stop = new Tracing.StopOptions();
            if (keepTrace) {
                stop.setPath(Path.of("target/traces").resolve(test + (i == 0 ? "" : "-" + (i + 1)) + ".zip"));
            }
            visits.get(i).tracing().stop(stop);
            visits.get(i).close();
        }
        if (!failed) {
            assertEquals("", String.join("\n", complaints), "the browser's console");
        }
    }

    /** As a live screen may draw it anew at any moment, it is not waited for to keep still. */
    static void scrollTo(Locator part) {
        part.evaluate("element => element.scrollIntoView({ block: 'nearest' })");
    }
}
