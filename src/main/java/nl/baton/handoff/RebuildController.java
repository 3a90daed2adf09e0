package nl.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has all figures computed anew through the API. */
@RestController
@RequestMapping(path = "/api/v1/handoffs/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs")
@SecurityRequirement(name = "token")
class RebuildController {

    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** How far a rebuild is, as the API gives it. */
    @Schema(name = "Rebuild")
    record Answer(
            boolean underWay,

            @Schema(description = "when the figures that are shown began to be shown")
            Instant shownSince,

            @Schema(description = "null when none is under way, and so are those that follow") @Nullable
            Instant begunAt,

            @Schema(description = "how many there were when it began") @Nullable
            Long cases,

            @Nullable Long done,

            @Schema(description = "from 0 to 1") @Nullable Double share) {}

    @GetMapping
    @Operation(summary = "How far a rebuild of all figures is", description = "Needs the scope setup:write.")
    Answer progress() {
        Instant shownSince = rebuild.shownSince();
        return rebuild.underWay()
                .map(progress -> new Answer(
                        true, shownSince, progress.begunAt(), progress.cases(), progress.done(), progress.share()))
                .orElseGet(() -> new Answer(false, shownSince, null, null, null, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Compute all figures anew", description = """
                    Beside those that are shown, which stay up to date meanwhile; then they change over. Asked again while \
                    one is under way, it is that one that is answered. Needs the scope setup:write.""")
    Answer request() {
        rebuild.request();
        return progress();
    }
}
