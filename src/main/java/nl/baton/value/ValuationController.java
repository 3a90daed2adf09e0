package nl.baton.value;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has all customers valued anew through the API. */
@RestController
@RequestMapping(path = "/api/v1/values/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
@SecurityRequirement(name = "token")
class ValuationController {

    private final Valuation valuation;

    ValuationController(Valuation valuation) {
        this.valuation = valuation;
    }

    /** How far a valuation is, as the API gives it. */
    @Schema(name = "Valuation")
    record Answer(
            boolean underWay,

            @Schema(description = "when the values that are shown began to be shown; null while there are none")
            @Nullable
            Instant shownSince,

            @Schema(description = "the last day that they count") @Nullable
            LocalDate shownAsOf,

            @Schema(description = "null when none is under way, and so are those that follow") @Nullable
            Instant begunAt,

            Valuation.@Nullable Step step,

            @Schema(description = "from 0 to 1") @Nullable Double share) {}

    @GetMapping
    @Operation(summary = "How far the valuation of all customers is", description = "Needs the scope setup:write.")
    Answer progress() {
        Optional<Valuation.Shown> shown = valuation.shown();
        Optional<Valuation.Progress> progress = valuation.underWay();
        return new Answer(
                progress.isPresent(),
                shown.map(Valuation.Shown::since).orElse(null),
                shown.map(Valuation.Shown::asOf).orElse(null),
                progress.map(Valuation.Progress::begunAt).orElse(null),
                progress.map(Valuation.Progress::step).orElse(null),
                progress.map(Valuation.Progress::share).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Value all customers anew", description = """
                    Fits to what customers bought until the end of yesterday, and values all of them by it, beside the values \
                    that are shown; then they change over. Every night it happens by itself. Asked again while one is under \
                    way, it is that one that is answered. Needs the scope setup:write.""")
    Answer request() {
        valuation.request();
        return progress();
    }
}
