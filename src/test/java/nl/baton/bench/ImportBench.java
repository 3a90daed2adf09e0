package nl.baton.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.baton.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long a real log of 65,533 events takes from the first byte sent until its handoffs are there. */
final class ImportBench {

    private static final String LOG = "bpi2013-incidents/bpic2013_incidents.xes.gz";
    private static final String MAPPING = """
            {"journeyType":"incident",
             "columns":{"journey":"case:concept:name","at":"time:timestamp","department":"org:group",
                        "activity":"concept:name","agent":"org:resource"},
             "timeFormat":null,"timeZone":"Europe/Amsterdam","missing":[]}
            """;
    private static final double AIM_SECONDS = 8;
    private static final String BOUNDARY = "baton-bench-boundary";

    private final JsonMapper json = new JsonMapper();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        System.out.println(Machine.description());
        System.out.println(LOG + " through POST /api/v1/imports, each time into an empty Baton just started, -Xmx512m");
        for (int run = 1; run <= runs; run++) {
            new ImportBench().measure(run);
        }
    }

    private void measure(int run) throws IOException, InterruptedException {
        try (var baton = PackagedBaton.start(Map.of("BATON_JAVA_OPTS", "-Xmx512m"))) {
            HttpRequest upload = baton.request("/api/v1/imports")
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(form(SharedFiles.file(LOG))))
                    .build();
            long begun = System.nanoTime();
            JsonNode state = json.readTree(baton.send(upload));
            HttpRequest ask = baton.request("/api/v1/imports/" + state.get("id").asString())
                    .build();
            while (state.get("state").asString().matches("RUNNING|PROJECTING")) {
                TimeUnit.MILLISECONDS.sleep(50);
                state = json.readTree(baton.send(ask));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("run %d: %.2f s (aim: at most %.0f s)   %s%n", run, seconds, AIM_SECONDS, state);
            JsonNode summary = json.readTree(
                    baton.send(baton.request("/api/v1/handoffs/summary?grain=department&journeyType=incident")
                            .build()));
            System.out.println("       handoffs: " + summary.get("handoffs") + " (9454 are right)");
        }
    }

    private static byte[] form(Path file) throws IOException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"mapping\"\r\nContent-Type: application/json", MAPPING.getBytes(StandardCharsets.UTF_8));
        part(
                body,
                "name=\"file\"; filename=\"" + file.getFileName() + "\"\r\nContent-Type: application/gzip",
                Files.readAllBytes(file));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String header, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
