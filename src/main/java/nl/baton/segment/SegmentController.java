package nl.baton.segment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import nl.baton.segment.SegmentReports.Member;
import nl.baton.segment.SegmentReports.Shared;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives segments that are shared, and who is in them, to other systems. */
@RestController
@RequestMapping(path = "/api/v1/segments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Segments", description = "Groups of customers that marketers described and share")
@SecurityRequirement(name = "token")
class SegmentController {

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 200;

    private final SegmentReports reports;

    SegmentController(SegmentReports reports) {
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "The segments that are shared, by name", description = """
                    With how many customers belonged on the day when they were last taken down, which happens every night; \
                    both are null for a moment after a segment was made or described anew. Each reading is written to the \
                    audit log. Needs the scope segments:read.""")
    List<Shared> segments() {
        return reports.all();
    }

    /** As it is written piece by piece. */
    @Schema(name = "SegmentMembers")
    record Members(long segment, String name, LocalDate day, long total, List<Member> members) {}

    @GetMapping("/{id}/members")
    @Operation(
            summary = "Who belongs to a segment that is shared",
            description = """
                    As it was last taken down: what each one's source calls the customer, value tier and lifecycle stage of \
                    that day's valuation. externalId is null where that is an e-mail address or a phone number: no names and \
                    no contact details. Consent, and who is to be left alone now, are not looked at. It is streamed, \
                    however many there are; what ends before the last brace is not whole. Each reading is written to the \
                    audit log. Needs the scope segments:read.""",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = Members.class))),
                @ApiResponse(
                        responseCode = "404",
                        description = "there is none, or it is not shared",
                        content = @Content(schema = @Schema(implementation = ProblemDetail.class))),
                @ApiResponse(
                        responseCode = "409",
                        description = "it was made or described anew, and has not been taken down since",
                        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
            })
    void members(
            @PathVariable long id,
            @Parameter(description = "what it is for; 3 to 200 characters") @RequestParam(defaultValue = "API")
                    String reason,
            HttpServletResponse response)
            throws IOException {
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The request cannot be answered",
                    "reason",
                    "must have " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        var stream = new MemberStream(id, () -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            return response.getOutputStream();
        });
        switch (reports.members(id, reason, stream)) {
            case WRITTEN -> stream.end();
            case NOT_SHARED ->
                throw problem(HttpStatus.NOT_FOUND, "No such segment", "id", "is no segment that is shared");
            case NOT_TAKEN_YET ->
                throw problem(
                        HttpStatus.CONFLICT,
                        "Not known yet",
                        "id",
                        "was made or described anew a moment ago; who belongs is known within a minute");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, field + " " + reason);
        problem.setTitle(title);
        problem.setProperty("field", field);
        return new ErrorResponseException(status, problem, null);
    }
}
