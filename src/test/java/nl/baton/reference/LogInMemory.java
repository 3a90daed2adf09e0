package nl.baton.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.SharedFiles;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.MappedRows;
import nl.baton.intake.mapping.MappingJson;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoint;

/** A log as touchpoints in memory, so that the engine can run over it without a database. */
public final class LogInMemory {

    private final Map<String, Long> departments = new LinkedHashMap<>();
    private final Map<String, List<Touchpoint>> journeys = new LinkedHashMap<>();

    /** Reads a file of {@code shared/data} by a mapping as the API takes it. */
    public static LogInMemory read(String file, String mapping) {
        try {
            // the readers leave a temporary file beside what they read, and the shared folder is read-only
            Path copy =
                    Files.createTempDirectory("baton-log").resolve(Path.of(file).getFileName());
            Files.copy(SharedFiles.file(file), copy);
            var log = new LogInMemory();
            CheckedFile checked =
                    CheckedFile.check(copy, MappingJson.read(mapping), ZoneId.of("Europe/Amsterdam"), rows -> {});
            try (MappedRows rows = checked.open(Clock.systemUTC())) {
                for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                    log.add(((MappedRow.Mapped) row).touchpoint());
                }
            }
            Files.delete(copy);
            return log;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(NewTouchpoint row) {
        Long department = row.department() == null
                ? null
                : departments.computeIfAbsent(row.department(), name -> departments.size() + 1L);
        List<Touchpoint> journey =
                journeys.computeIfAbsent(row.journey().caseNumber(), caseNumber -> new ArrayList<>());
        journey.add(new Touchpoint(
                row.position(),
                0,
                row.source(),
                row.externalId(),
                row.position(),
                row.at(),
                row.endedAt(),
                null,
                department,
                department,
                row.agent(),
                row.direction(),
                row.channel(),
                row.handledBy(),
                row.answered(),
                row.purpose(),
                row.activity(),
                row.topic(),
                row.text(),
                row.visibility(),
                row.language(),
                row.outcome(),
                row.by(),
                null,
                null,
                Touchpoint.Details.NONE));
    }

    public List<List<Touchpoint>> journeys() {
        return List.copyOf(journeys.values());
    }

    public List<Relay> relays() {
        return journeys.values().stream()
                .map(journey -> Relay.of(Grain.DEPARTMENT, journey))
                .toList();
    }

    /** The handoffs of all journeys. */
    public List<Handoff> handoffs() {
        return relays().stream().flatMap(relay -> relay.handoffs().stream()).toList();
    }

    /** Departments' names by the ids that the relays use. */
    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        departments.forEach((name, id) -> names.put(id, name));
        return names;
    }
}
