package nl.baton.value;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a customer is worth through the API. */
@RestController
@RequestMapping(path = "/api/v1/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
@SecurityRequirement(name = "token")
class CustomerValueController {

    private final ValueReports reports;

    CustomerValueController(ValueReports reports) {
        this.reports = reports;
    }

    @GetMapping("/{source}/{externalId}")
    @Operation(summary = "What a customer is worth", description = """
                    The four quadrants (current and potential, direct and indirect) with their ranges, what they rest on and \
                    the day up to which they count; value tier, RFM, rhythm and lifecycle stage. As of the last valuation, \
                    which happens every night. A customer that came since then is known and has no value yet: all is null. \
                    No names and no contact details. Each reading is written to the audit log. Needs the scope value:read.""")
    CustomerValueAnswer value(@PathVariable String source, @PathVariable String externalId) {
        return named(source, externalId);
    }

    @GetMapping
    @Operation(
            summary = "The same, for names that do not fit into a path",
            description = "Such as a number with a slash in it.")
    CustomerValueAnswer named(
            @Parameter(description = "the system that calls the customer so") @RequestParam String source,
            @Parameter(description = "what it calls the customer") @RequestParam String externalId) {
        check("source", source);
        check("externalId", externalId);
        return reports.of(source, externalId)
                .map(report -> CustomerValueAnswer.of(source, externalId, report.value()))
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND, "No such customer", "externalId", "is no customer of this source"));
    }

    private static void check(String field, String value) {
        if (value.isBlank()) {
            throw problem(HttpStatus.BAD_REQUEST, "The request cannot be answered", field, "must not be blank");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, field + " " + reason);
        problem.setTitle(title);
        problem.setProperty("field", field);
        return new ErrorResponseException(status, problem, null);
    }
}
