package nl.baton.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What scripts weigh on their way to a browser. */
final class Scripts {

    private static final Pattern IN_PAGE = Pattern.compile("<script[^>]+src=\"([^\"]+)\"");
    /** {@code import"./x.js"}, {@code import{a}from"./x.js"}, {@code export*from"./x.js"}; not {@code import("./x.js")}. */
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?:\\bimport|\\bfrom)\\s*[\"'](\\.{0,2}/[^\"']+\\.js)[\"']");

    private final HttpClient http;

    Scripts(HttpClient http) {
        this.http = http;
    }

    /** The page's own scripts and all that these import before they run. */
    Set<URI> entryOf(URI page) throws IOException, InterruptedException {
        var waiting = new ArrayDeque<URI>();
        addAll(waiting, page, IN_PAGE, text(page));
        var found = new LinkedHashSet<URI>();
        while (!waiting.isEmpty()) {
            URI script = waiting.remove();
            if (found.add(script)) {
                addAll(waiting, script, STATIC_IMPORT, text(script));
            }
        }
        return found;
    }

    /** Bytes of all these as they are sent to a browser that reads brotli. */
    long sent(Collection<URI> scripts) throws IOException, InterruptedException {
        long sum = 0;
        for (URI script : scripts) {
            sum += http.send(
                            HttpRequest.newBuilder(script)
                                    .header("Accept-Encoding", "gzip, deflate, br")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body()
                    .length;
        }
        return sum;
    }

    private String text(URI address) throws IOException, InterruptedException {
        return http.send(
                        // as a browser asks for a page: otherwise the server answers with less
                        HttpRequest.newBuilder(address)
                                .header("Accept", "text/html,*/*")
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static void addAll(Collection<URI> target, URI base, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            target.add(base.resolve(matcher.group(1)));
        }
    }
}
