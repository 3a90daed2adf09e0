package nl.baton.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.baton.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real log that is measured with: 65,533 events of incidents, and what is known of it. */
final class VolvoLog {

    static final String FILE = "bpi2013-incidents/bpic2013_incidents.xes.gz";
    static final String MAPPING = """
            {"journeyType":"incident",
             "columns":{"journey":"case:concept:name","at":"time:timestamp","department":"org:group",
                        "activity":"concept:name","agent":"org:resource"},
             "timeFormat":null,"timeZone":"Europe/Amsterdam","missing":[]}
            """;
    static final int HANDOFFS = 9_454;

    private static final String BOUNDARY = "baton-bench-boundary";
    private static final JsonMapper JSON = new JsonMapper();

    private VolvoLog() {}

    /** Sends it through the API, and gives the import's last state once its handoffs are there. */
    static JsonNode importInto(PackagedBaton baton) throws IOException, InterruptedException {
        HttpRequest upload = baton.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form(SharedFiles.file(FILE))))
                .build();
        JsonNode state = JSON.readTree(baton.send(upload));
        HttpRequest ask =
                baton.request("/api/v1/imports/" + state.get("id").asString()).build();
        while (state.get("state").asString().matches("RUNNING|PROJECTING")) {
            TimeUnit.MILLISECONDS.sleep(50);
            state = JSON.readTree(baton.send(ask));
        }
        return state;
    }

    /** How many of its handoffs Baton tells of: a fast import of something else would be worth nothing. */
    static long handoffsIn(PackagedBaton baton) throws IOException, InterruptedException {
        return JSON.readTree(baton.send(baton.request("/api/v1/handoffs/summary?grain=department&journeyType=incident")
                        .build()))
                .get("handoffs")
                .asLong();
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
