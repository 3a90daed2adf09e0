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
import java.util.Set;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;
import nl.baton.department.DepartmentCard.Spelling;
import nl.baton.department.NewDepartment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets departments up through the API. */
@RestController
@RequestMapping("/api/v1/departments")
@Tag(name = "Departments", description = "The company's departments, their teams and calendars")
@SecurityRequirement(name = "token")
class DepartmentController {

    private static final Set<String> FIELDS = Set.of("name", "teams", "zone", "calendar");
    private static final Set<String> CALENDAR = Set.of("hours", "holidays");

    private final DepartmentAdministration departments;

    DepartmentController(DepartmentAdministration departments) {
        this.departments = departments;
    }

    /** A department's calendar as the API takes and gives it. */
    @Schema(name = "Calendar")
    record Calendar(
            @Schema(description = "such as Mo-Fr 08:30-17:00; Sa 10:00-12:00; null means round the clock") @Nullable
            String hours,

            @Schema(description = "public holidays kept: NL, BE, DE, or a German state such as DE-BY; null means none")
            @Nullable
            String holidays) {}

    /** What is sent, for the description only. */
    @Schema(name = "DepartmentDefinition")
    record Definition(
            @Schema(description = "the code, if left out") String name,

            @Schema(description = "added to those known; none is taken away")
            List<String> teams,

            @Schema(description = "IANA time zone; the company's, if left out")
            String zone,

            Calendar calendar) {}

    /** A department as the API gives it. */
    @Schema(name = "Department")
    record Answer(
            String code,
            String name,

            @Schema(description = "false while only a source has named it")
            boolean confirmed,

            List<String> teams,
            @Nullable String zone,
            Calendar calendar,

            @Schema(description = "code of the department that this one is a second spelling of") @Nullable
            String mergedInto,

            @Schema(description = "codes of the departments that are spellings of this one")
            List<String> merged) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All departments", description = "Needs the scope setup:read or setup:write.")
    List<Answer> all() {
        return departments.list().stream().map(DepartmentController::answer).toList();
    }

    @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One department", description = "Needs the scope setup:read or setup:write.")
    Answer one(@PathVariable String code) {
        return departments.find(code).map(DepartmentController::answer).orElseThrow(SetupProblems.Unknown::new);
    }

    @PutMapping(
            path = "/{code}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Create or change a department",
            description = """
                    It is then as sent: what is left out is unset, except for teams, which are only added. Sent again it \
                    changes nothing. Another zone or calendar has the business waits of its journeys computed again. \
                    Needs the scope setup:write.""",
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
                @ApiResponse(responseCode = "400", description = "field and reason say what is wrong"),
                @ApiResponse(
                        responseCode = "409",
                        description = "The code or the name means another department, or this one was merged")
            })
    ResponseEntity<Answer> put(@PathVariable String code, HttpServletRequest request) throws IOException {
        SetupBody body = SetupBody.of(request, FIELDS);
        SetupBody calendar = body.part("calendar", CALENDAR);
        String name = body.text("name");
        boolean created = departments.define(new NewDepartment(
                code,
                name == null ? code : name,
                body.texts("teams"),
                body.text("zone"),
                calendar == null ? null : calendar.text("hours"),
                calendar == null ? null : calendar.text("holidays")));
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(one(code.strip()));
    }

    private static Answer answer(DepartmentCard card) {
        return new Answer(
                card.code(),
                card.name(),
                card.confirmed(),
                card.teams(),
                card.zone(),
                new Calendar(card.hours(), card.holidays()),
                card.mergedInto() == null ? null : card.mergedInto().code(),
                card.merged().stream().map(Spelling::code).toList());
    }
}
