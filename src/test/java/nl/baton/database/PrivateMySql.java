package nl.baton.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MySQL of a test's own, started by {@code bin/mysql} on an empty folder that is thrown away: one that may be killed.
 * It keeps its port, so that who was connected finds it again after a restart.
 */
public final class PrivateMySql implements AutoCloseable {

    private final Path folder;
    private final List<String> options;
    private final boolean kept;
    private String url = "";

    /** Who is interrupted leaves no server behind. */
    private final Thread atExit = new Thread(this::kill);

    private PrivateMySql(Path folder, List<String> options, boolean kept) {
        this.folder = folder;
        this.options = options;
        this.kept = kept;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @param options of mysqld, such as {@code --innodb-buffer-pool-size=64M} */
    public static PrivateMySql start(String... options) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mysql")), "private");
            var mysql = new PrivateMySql(folder.toAbsolutePath(), List.of(options), false);
            mysql.restart();
            return mysql;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One on a folder that stays, with what is stored in it. */
    public static PrivateMySql on(Path folder, String... options) {
        try {
            Files.createDirectories(folder);
            var mysql = new PrivateMySql(folder.toAbsolutePath(), List.of(options), true);
            mysql.restart();
            return mysql;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With user and password in it: all that Baton needs as {@code spring.datasource.url}. */
    public String url() {
        return url;
    }

    /** As by a power cut: SIGKILL; returns when the process is gone. */
    public void kill() {
        command("kill", List.of());
    }

    /** In good order. */
    public void stop() {
        command("stop", List.of());
    }

    /** Starts it again on what it has stored, and returns when it answers. */
    public void restart() {
        url = command("start", options);
    }

    /** Ends it if it runs, and removes its data unless they are to be kept. */
    @Override
    public void close() {
        if (kept) {
            stop();
            Runtime.getRuntime().removeShutdownHook(atExit);
            return;
        }
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command(String name, List<String> more) {
        var words = new ArrayList<>(List.of("bin/mysql", name, folder.toString()));
        words.addAll(more);
        try {
            // what it says goes to files: the server that it leaves running must hold no pipe to this process
            Path answer = folder.resolve("answer");
            Path said = folder.resolve("said");
            int result = new ProcessBuilder(words)
                    .redirectOutput(answer.toFile())
                    .redirectError(said.toFile())
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException(
                        "bin/mysql " + name + ": " + Files.readString(said).strip());
            }
            return Files.readString(answer).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for bin/mysql " + name, e);
        }
    }
}
