package nl.baton.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has the search index built anew through the API. */
@RestController
@RequestMapping(path = "/api/v1/search/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
@SecurityRequirement(name = "token")
class SearchRebuildController {

    private final SearchRebuild rebuild;

    SearchRebuildController(SearchRebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** How far it is, as the API gives it. */
    @Schema(name = "SearchRebuild")
    record Answer(
            @Schema(description = "whether customers are found meanwhile")
            boolean ready,

            boolean underWay,

            @Schema(description = "how many customers the new index has by now; null when none is being built")
            @Nullable
            Long customers,

            @Schema(description = "how many customers are found; null while none are") @Nullable
            Long indexed) {}

    @GetMapping
    @Operation(
            summary = "How far the search index is",
            description = "That of the node that answers. Needs the scope setup:write.")
    Answer progress() {
        SearchRebuild.Progress progress = rebuild.progress();
        return new Answer(progress.ready(), progress.underWay(), progress.customers(), progress.indexed());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Build the search index anew on every node", description = """
                    From the database, beside the one in use, which goes on meanwhile. Needs the scope setup:write.""")
    Answer request() {
        rebuild.request();
        return progress();
    }
}
