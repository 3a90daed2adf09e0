package nl.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.baton.journey.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads single journeys through the API. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(
        name = "Journeys",
        description = "What became of a case: its legs, the handoffs between them, and what still waits")
@SecurityRequirement(name = "token")
class JourneyController {

    private final JourneyReports reports;

    JourneyController(JourneyReports reports) {
        this.reports = reports;
    }

    @GetMapping("/{type}/{source}/{case}")
    @Operation(summary = "The journey that a case is part of", description = """
                    Cases that were joined are one journey, so that each of them gives the same answer. Waits are in \
                    seconds, in calendar time and in the receiving department's business time. Needs the scope \
                    handoffs:read. A case that has just been sent is known a moment later.""")
    JourneyReport journey(
            @PathVariable String type,
            @PathVariable String source,
            @PathVariable("case") String caseNumber,
            @Parameter(description = "department or team") @RequestParam(defaultValue = "department") String grain) {
        return named(type, source, caseNumber, grain);
    }

    @GetMapping
    @Operation(
            summary = "The same, for names that do not fit into a path",
            description = "Such as a case number with a slash in it.")
    JourneyReport named(
            @RequestParam String type,
            @RequestParam String source,
            @RequestParam("case") String caseNumber,
            @RequestParam(defaultValue = "department") String grain) {
        return reports.report(new CaseKey(type, source, caseNumber), ApiQuestions.grain(grain))
                .orElseThrow(JourneyController::unknown);
    }

    private static ErrorResponseException unknown() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is no such case, or it has only just been sent");
        problem.setTitle("No such case");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
