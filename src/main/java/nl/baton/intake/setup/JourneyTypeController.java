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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewJourneyType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets journey types up through the API. */
@RestController
@RequestMapping("/api/v1/journey-types")
@Tag(name = "Journey types", description = "What customers want of the company, and how it plans to bring it about")
@SecurityRequirement(name = "token")
class JourneyTypeController {

    private final JourneyTypes types;
    private final DepartmentAdministration departments;

    JourneyTypeController(JourneyTypes types, DepartmentAdministration departments) {
        this.types = types;
        this.departments = departments;
    }

    /** A department's part as the API takes and gives it. */
    @Schema(name = "Stage")
    record Stage(
            @Schema(description = "code of a department") String department,

            @Schema(description = "ISO 8601 duration", example = "PT8H")
            String promised,

            @Schema(description = "BUSINESS: in its opening hours; CALENDAR: always")
            JourneyType.Clock clock) {}

    /** A planned pass as the API takes and gives it. */
    @Schema(name = "PlannedPass")
    record PlannedPass(
            @Schema(description = "code of a department") String from,
            @Schema(description = "code of a department") String to) {}

    /** What is sent, for the description only. */
    @Schema(name = "JourneyTypeDefinition")
    record Definition(
            @Schema(description = "the code, if left out") String name,

            @Schema(description = "in the order in which the departments work on it")
            List<Stage> stages,

            @Schema(
                    description = "how often the customer is to hear something at least: ISO 8601, calendar time",
                    example = "P2D")
            String rhythm,

            @Schema(description = "passes that belong to the plan, so that one that returns is no ping-pong")
            List<PlannedPass> plannedPasses,

            @Schema(description = """
                            how long a gap contacts without a case number may have within one journey; P7D, if left \
                            out""", example = "P7D") String contactGap) {}

    /** A journey type as the API gives it. */
    @Schema(name = "JourneyType")
    record Answer(
            String code,
            String name,
            List<Stage> stages,
            @Nullable String rhythm,
            List<PlannedPass> plannedPasses,
            String contactGap) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All journey types", description = "Needs the scope setup:read or setup:write.")
    List<Answer> all() {
        Map<Long, String> codes =
                departments.list().stream().collect(Collectors.toMap(DepartmentCard::id, DepartmentCard::code));
        return types.asDefined().stream().map(type -> answer(type, codes)).toList();
    }

    @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One journey type", description = "Needs the scope setup:read or setup:write.")
    Answer one(@PathVariable String code) {
        return all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(SetupProblems.Unknown::new);
    }

    @PutMapping(
            path = "/{code}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Create or change a journey type",
            description = """
                    It is then as sent: what is left out is unset. Sent again it changes nothing. Departments are named by \
                    codes that are known already. Other stages or planned passes have the type's journeys computed \
                    again. Needs the scope setup:write.""",
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
                        description = "Known, and now as sent",
                        content = @Content(schema = @Schema(implementation = Answer.class))),
                @ApiResponse(
                        responseCode = "201",
                        description = "Created",
                        content = @Content(schema = @Schema(implementation = Answer.class))),
                @ApiResponse(responseCode = "400", description = "field and reason say what is wrong")
            })
    ResponseEntity<Answer> put(@PathVariable String code, HttpServletRequest request) throws IOException {
        SetupBody body = SetupBody.of(request, JourneyTypeBody.FIELDS);
        Set<String> known =
                departments.list().stream().map(DepartmentCard::code).collect(Collectors.toUnmodifiableSet());
        NewJourneyType type = new JourneyTypeBody(body, known).read(code);
        boolean created = types.define(type);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(one(type.code()));
    }

    private static Answer answer(JourneyType type, Map<Long, String> codes) {
        return new Answer(
                type.code(),
                type.name(),
                type.stages().stream()
                        .map(stage -> new Stage(
                                codes.getOrDefault(stage.department(), ""),
                                IsoDuration.text(stage.promised()),
                                stage.clock()))
                        .toList(),
                type.rhythm() == null ? null : IsoDuration.text(type.rhythm()),
                type.plannedPasses().stream()
                        .map(pass -> new PlannedPass(
                                codes.getOrDefault(pass.fromDepartment(), ""),
                                codes.getOrDefault(pass.toDepartment(), "")))
                        .toList(),
                IsoDuration.text(type.contactGap()));
    }
}
