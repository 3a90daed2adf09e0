package nl.baton.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Baton as {@code bin/run} starts it, on a free port and an empty home that is thrown away. */
final class PackagedBaton implements AutoCloseable {

    /** What it says. */
    static final Path LOG = Path.of("target", "bench", "baton.log");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = UUID.randomUUID().toString();
    private final Path home;
    private final int port;
    private final Process process;

    private PackagedBaton(Map<String, String> settings) throws IOException {
        home = Files.createTempDirectory("baton-bench");
        Files.createDirectories(LOG.getParent());
        port = freePort();
        var builder = new ProcessBuilder("bin/run", "--server.address=127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(Map.of(
                        "BATON_HOME",
                        home.toString(),
                        "BATON_DEMO",
                        "off",
                        "BATON_API_TOKEN",
                        token,
                        "SERVER_PORT",
                        Integer.toString(port)));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Starts it, and waits until it answers. */
    static PackagedBaton start(Map<String, String> settings) throws IOException, InterruptedException {
        var baton = new PackagedBaton(settings);
        long begun = System.nanoTime();
        while (!baton.answers()) {
            if (!baton.process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                baton.close();
                throw new IllegalStateException("Baton did not start: see " + LOG);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return baton;
    }

    /** Waits until it has printed this: the demo company is there some time after the port is open. */
    void awaitLine(String text) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!Files.readString(LOG).contains(text)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("Baton never said '" + text + "': see " + LOG);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The number of its process: the script that starts it becomes it. */
    long process() {
        return process.pid();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A request with the token of an API client. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token);
    }

    /** For requests that are not made of {@link #request}. */
    String token() {
        return token;
    }

    /** The answer's text; anything but success ends the measurement. */
    String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Whether it serves, and knows the token. */
    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = request("/api/v1/imports/none").build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 401;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        http.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
