package nl.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the log of journeys to other systems. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Journeys")
@SecurityRequirement(name = "token")
class LogController {

    private static final int LONGEST_REASON = 200;

    private final LogExport log;
    private final ApiQuestions questions;

    LogController(LogExport log, ApiQuestions questions) {
        this.log = log;
        this.questions = questions;
    }

    @GetMapping(path = "/log.xes.gz", produces = "application/gzip")
    @Operation(summary = "The log of journeys as XES (IEEE 1849)", description = """
                    Whole journeys that were under way in the period, each a trace, its touchpoints as events in order. No                     free text and no contact details; customers by numbers of Baton's own, agents by names that hide them.                     Imported again (journey from case:concept:name, at from start_timestamp, endedAt from time:timestamp,                     department from org:group, team, and the fields under their own names) it gives the same handoffs. It                     is streamed; what ends before the gzip does is not whole. Every export is in the audit log. Needs the                     scope handoffs:read.""")
    void log(
            @Parameter(description = "code of a journey type; all without") @RequestParam(required = false) @Nullable
                    String journeyType,
            @Parameter(description = "first day, such as 2026-01-31") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "last day, counted too") @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = "what it is for; 3 to 200 characters") @RequestParam(defaultValue = "API")
                    String reason,
            HttpServletResponse response)
            throws IOException {
        if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
            throw ApiQuestions.bad("reason", "must have 3 to " + LONGEST_REASON + " characters");
        }
        Long type = questions.journeyType(journeyType);
        var period = ApiQuestions.period(from, to);
        log.xes(type, period, reason, Locale.ENGLISH, () -> {
            response.setContentType("application/gzip");
            response.setHeader("Content-Disposition", "attachment; filename=\"baton-log.xes.gz\"");
            return response.getOutputStream();
        });
    }
}
