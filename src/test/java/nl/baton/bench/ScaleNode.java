package nl.baton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Baton on one of the sets, in a process of its own, that is asked and timed there. What it writes otherwise is passed
 * over.
 */
final class ScaleNode implements AutoCloseable {

    static final String SERVE = "serve";

    private static final String HEAP = "-Xmx1g";
    private static final String TOLD = "told ";
    private static final String ANSWER = "answer ";
    private static final long SECONDS_TO_STOP = 120;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private ScaleNode(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.questions = process.outputWriter(UTF_8);
    }

    /** Starts it, which may take as long as it takes to make the set. */
    static ScaleNode start(String set, int months) throws IOException {
        var node = new ScaleNode(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaleBench.class.getName(),
                        SERVE,
                        set,
                        Integer.toString(months))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        System.out.println(node.answer());
        return node;
    }

    /** Asks, prints what it tells meanwhile, and gives its answer. */
    String ask(Object... words) throws IOException {
        questions.write(
                String.join(" ", Arrays.stream(words).map(String::valueOf).toList()));
        questions.newLine();
        questions.flush();
        return answer();
    }

    private String answer() throws IOException {
        List<String> passedOver = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            if (line.startsWith(TOLD)) {
                System.out.println(line.substring(TOLD.length()));
            } else {
                passedOver.add(line);
            }
        }
        throw new IllegalStateException("Baton on the set has ended:\n" + String.join("\n", passedOver));
    }

    /** In that process: something for whoever reads what is printed. */
    static void tell(String format, Object... values) {
        System.out.println(TOLD + format.formatted(values));
    }

    /** In that process: what was asked for. */
    static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        // it ends in good order, its MySQL with it
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            process.destroy();
        }
    }
}
