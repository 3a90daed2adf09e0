package nl.baton.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Baton node as a process of its own, on loopback, that may be killed and started again on the same port. */
final class BatonNode implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final String databaseUrl;
    private final String token;
    private final Path home;
    private final Path log;
    private final int port;
    private Process process;

    private BatonNode(String databaseUrl, String token, Path folder, String name) throws IOException {
        this.databaseUrl = databaseUrl;
        this.token = token;
        this.home = Files.createDirectories(folder.resolve(name));
        this.log = folder.resolve(name + ".log");
        this.port = freePort();
        this.process = launch();
    }

    /** Starts it; {@link #awaitPort} tells when it listens. */
    static BatonNode start(String databaseUrl, String token, Path folder, String name) {
        try {
            return new BatonNode(databaseUrl, token, folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        words.addAll(
                List.of(CommandedBaton.class.getName(), "--server.address=127.0.0.1", "--vaadin.productionMode=true"));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().remove("SPRING_PROFILES_ACTIVE");
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        databaseUrl,
                        "BATON_HOME",
                        home.toString(),
                        "BATON_DEMO",
                        "off",
                        "BATON_API_TOKEN",
                        token,
                        "SERVER_PORT",
                        Integer.toString(port)));
        return builder.start();
    }

    int port() {
        return port;
    }

    File log() {
        return log.toFile();
    }

    /** Waits until it listens; what it then answers is another matter. */
    void awaitPort() {
        long begun = System.nanoTime();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("Baton did not start: see " + log);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** By SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on its port and its home. */
    void restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for all figures to be computed anew. */
    void rebuild() {
        command(CommandedBaton.REBUILD);
    }

    /** Adds an account for somebody who takes calls. */
    void addAgent(String name, String password) {
        command(CommandedBaton.AGENT + " " + name + " " + password);
    }

    private void command(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
