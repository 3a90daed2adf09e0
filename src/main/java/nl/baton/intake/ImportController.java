package nl.baton.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.baton.base.ApiLanguage;
import nl.baton.base.Texts;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.InvalidMapping;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingJson;
import nl.baton.intake.read.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports files through the API. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(
        name = "Imports",
        description =
                "Files of touchpoints, customers, purchases, contracts or feedback: CSV or XES (IEEE 1849), plain, .gz or .zip")
@SecurityRequirement(name = "token")
class ImportController {

    private static final int LONGEST_MAPPING = 1 << 16;

    private final Imports imports;
    private final Texts texts;

    ImportController(Imports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** An import as the API gives it. */
    @Schema(name = "Import")
    record State(
            String id,

            @Schema(description = """
                            PROJECTING: stored, handoffs being computed. DONE: these are computed too. STORED: they \
                            could not all be computed yet, which Baton tries again; it becomes DONE then""") Import.State state,

            @Schema(description = "rows read so far") long rows,

            @Schema(description = "all rows; null until the file has been checked") @Nullable
            Long rowsTotal,

            @Schema(description = "new touchpoints, customers or what the file holds")
            long accepted,

            @Schema(description = "there already, unchanged")
            long known,

            @Schema(description = "there already, with other content")
            long replaced,

            @Schema(description = "rows set aside with their reason")
            long quarantined,

            @Schema(
                    description =
                            "why it failed, or is no more than STORED, in the language of Accept-Language (en, nl)")
            @Nullable
            String error,

            String fileName,
            ImportKind kind,

            @Schema(description = "of touchpoints; else empty")
            String journeyType) {}

    /** What is sent, for the description only. */
    @Schema(name = "ImportForm")
    record Form(
            @Schema(type = "string", format = "binary", description = "CSV or XES, plain, .gz, or alone in a .zip")
            String file,

            @Schema(
                    description = "what the rows are, where the mapping itself does not say it",
                    defaultValue = "TOUCHPOINT")
            ImportKind kind,

            @Schema(description = """
                            JSON: which column is which field. For XES the attribute keys, those of the trace with case: \
                            in front; A|B is two columns joined, =EUR the same text in all rows. journeyType, columns.journey and columns.at are needed. \
                            Fields: journey, at, department, team, activity, customer, agent, channel, direction, topic, \
                            outcome, endedAt, externalId, handedTo, handedToTeam, text, handledBy, answered, purpose, \
                            visibility, language, by. attributes: a list of columns that tell of the journey as a \
                            whole. With "kind":"CUSTOMER", PURCHASE, CONTRACT or FEEDBACK there is \
                            no journeyType, and the fields are the single-valued ones of that object, inner ones as \
                            address.city; of a customer also email, phone and loyalty.""", example = """
                            {"journeyType":"incident","columns":{"journey":"SR Number","at":"Change Date+Time",\
                            "department":"Involved Org line 3","team":"Involved ST","activity":"Activity",\
                            "agent":"Resource"},"timeFormat":null,"timeZone":"Europe/Amsterdam","missing":["?"],\
                            "source":"file"}""") String mapping) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Start an import",
            description = """
                    The file is stored as a whole or not at all; rows that cannot be used are set aside, the others \
                    accepted. Sending the same file again changes nothing. What is wrong with the mapping is answered at \
                    once, what is wrong with the file by the import's state FAILED. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))),
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "Begun, or waiting for another one to end; Location says where to ask",
                        content = @Content(schema = @Schema(implementation = State.class))),
                @ApiResponse(
                        responseCode = "400",
                        description = "The mapping or the request is wrong; field and detail say where and why")
            })
    ResponseEntity<State> start(MultipartHttpServletRequest request) throws IOException {
        Mapping mapping = MappingJson.read(mappingText(request), request.getParameter("kind"));
        MultipartFile file = request.getFile("file");
        if (file == null) {
            throw new InvalidMapping("file", "intake.mapping.required");
        }
        String name = file.getOriginalFilename();
        SpooledFile spooled;
        try (InputStream content = file.getInputStream()) {
            spooled = imports.spool(name == null ? "" : name, content);
        }
        Import begun = imports.start(spooled, mapping);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + begun.id()))
                .body(state(begun, request));
    }

    /** As a part of any type, with or without a name for a file, or as a form field. */
    private static String mappingText(MultipartHttpServletRequest request) throws IOException {
        String field = request.getParameter("mapping");
        if (field != null) {
            return field;
        }
        MultipartFile part = request.getFile("mapping");
        if (part == null) {
            throw new InvalidMapping("mapping", "intake.mapping.required");
        }
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(LONGEST_MAPPING), StandardCharsets.UTF_8);
        }
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far an import is, and what became of its rows")
    State state(@PathVariable String id, HttpServletRequest request) {
        return state(known(id), request);
    }

    @GetMapping(path = "/{id}/quarantine.csv", produces = "text/csv")
    @Operation(summary = "The rows that were set aside", description = """
                    Columns: row (from 1, without the column names), field, reason, the file's own columns, and raw: the \
                    row as JSON exactly as it stood in the file. Cells that a spreadsheet would take for a formula have an \
                    apostrophe in front; raw never has.""")
    void quarantine(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Import known = known(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"quarantine.csv\"");
        imports.quarantine(known.id(), ApiLanguage.of(request), response.getOutputStream());
    }

    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Cancel an import",
            description = "Nothing of it is stored then. 409 once everything is stored, or it has ended.")
    State cancel(@PathVariable String id, HttpServletRequest request) {
        Import known = known(id);
        if (!imports.cancel(id)) {
            throw new ImportProblems.Conflict(
                    Reason.of(known.state().ended() ? "intake.problem.ended" : "intake.problem.stored"));
        }
        return state(known(id), request);
    }

    private Import known(String id) {
        return imports.get(id).orElseThrow(ImportProblems.Unknown::new);
    }

    private State state(Import known, HttpServletRequest request) {
        Reason error = known.error();
        return new State(
                known.id(),
                known.state(),
                known.rows(),
                known.total(),
                known.counts().accepted(),
                known.counts().known(),
                known.counts().replaced(),
                known.counts().quarantined(),
                error == null
                        ? null
                        : texts.text(
                                ApiLanguage.of(request),
                                error.key(),
                                error.arguments().toArray()),
                known.fileName(),
                known.kind(),
                known.journeyType());
    }
}
