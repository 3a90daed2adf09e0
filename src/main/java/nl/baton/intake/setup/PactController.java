package nl.baton.intake.setup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.baton.base.BatonProperties;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.NewPact;
import nl.baton.handoff.Pact;
import nl.baton.handoff.Pacts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets pacts up through the API. */
@RestController
@RequestMapping("/api/v1/pacts")
@Tag(name = "Pacts", description = "What two departments have agreed for the passes from the one to the other")
@SecurityRequirement(name = "token")
class PactController {

    private final Pacts pacts;
    private final Departments departments;
    private final BatonProperties properties;

    PactController(Pacts pacts, Departments departments, BatonProperties properties) {
        this.pacts = pacts;
        this.departments = departments;
        this.properties = properties;
    }

    /** What is sent, for the description only. */
    @Schema(name = "PactDefinition")
    record Definition(
            @Schema(description = "code of the department that passes")
            String from,

            @Schema(description = "code of the one that receives")
            String to,

            @Schema(description = "ISO 8601, in the receiver's opening hours", example = "PT8H")
            String pickUp,

            @Schema(description = "keys of what must have been told by the pass")
            List<String> requiredFacts,

            @Schema(description = "how often a journey may return on the lane; 0, if left out")
            Integer maxReturns,

            @Schema(description = "from when: a day, such as 2026-01-31, or a moment")
            String since,

            @Schema(description = "who signed for the one that passes, and for the one that receives")
            List<String> signedBy) {}

    /** A version of a pact as the API gives it. */
    @Schema(name = "Pact")
    record Answer(
            String from,
            String to,
            int version,
            String pickUp,
            List<String> requiredFacts,
            int maxReturns,
            Instant since,
            List<String> signedBy,
            Pact.State state) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All versions of all pacts, the newest of each lane first",
            description = "Needs the scope setup:read, setup:write or handoffs:read.")
    List<Answer> all() {
        Map<Long, String> codes =
                departments.all().stream().collect(Collectors.toMap(Department::id, Department::code));
        Map<Long, Long> merged = departments.survivors().departments();
        return pacts.all().stream()
                .map(pact -> answer(
                        pact,
                        Objects.requireNonNullElse(
                                codes.get(merged.getOrDefault(pact.fromDepartment(), pact.fromDepartment())), ""),
                        Objects.requireNonNullElse(
                                codes.get(merged.getOrDefault(pact.toDepartment(), pact.toDepartment())), "")))
                .toList();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "State what two departments have agreed",
            description = """
                    It becomes the newest version of the lane's pact; sent again unchanged it changes nothing. Handoffs                     of which the wait began since are judged by it, from a moment later on. Needs the scope                     setup:write.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Definition.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "As it stood already",
                        content = @Content(schema = @Schema(implementation = Answer.class))),
                @ApiResponse(
                        responseCode = "201",
                        description = "A new version",
                        content = @Content(schema = @Schema(implementation = Answer.class))),
                @ApiResponse(responseCode = "400", description = "field and reason say what is wrong")
            })
    ResponseEntity<Answer> put(HttpServletRequest request) throws IOException {
        Map<String, Long> ids = departments.all().stream().collect(Collectors.toMap(Department::code, Department::id));
        PactBody body = new PactBody(SetupBody.of(request, PactBody.FIELDS), ids, properties.zone());
        NewPact pact = body.pact();
        boolean changed = pacts.define(pact, body.signedBy());
        Answer stands = all().stream()
                .filter(each -> each.from().equals(body.from())
                        && each.to().equals(body.to())
                        && each.state() == Pact.State.SIGNED)
                .findFirst()
                .orElseThrow();
        return ResponseEntity.status(changed ? HttpStatus.CREATED : HttpStatus.OK)
                .body(stands);
    }

    private static Answer answer(Pact pact, String from, String to) {
        return new Answer(
                from,
                to,
                pact.version(),
                IsoDuration.text(pact.pickUp()),
                pact.requiredFacts(),
                pact.maxReturns(),
                pact.since(),
                Stream.of(pact.signedFrom(), pact.signedTo())
                        .filter(Objects::nonNull)
                        .map(Pact.Signature::name)
                        .toList(),
                pact.state());
    }
}
