package nl.baton.intake.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The place at which one kind of items is taken, in all forms in which items come. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.POST,
        consumes = {
            MediaType.APPLICATION_JSON_VALUE,
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/" + IntakePost.EVENT,
            "application/" + IntakePost.EVENTS
        })
@SecurityRequirement(name = "token")
@Parameter(
        name = "items",
        in = ParameterIn.QUERY,
        description = """
                “rejected”: the answer lists the rejected items only. Of use to who sends a stream and reads the answer \
                after it: all items of a long stream are more than a connection holds.""",
        schema =
                @Schema(
                        allowableValues = {"all", "rejected"},
                        defaultValue = "all"))
@ApiResponses({
    @ApiResponse(
            responseCode = "200",
            description = """
            Stored for good. For lines: one such object a line and batch, written after its commit; then a last line with \
            "complete": true and the totals, or a problem with "complete": false and notStoredFrom, the line from which on \
            nothing is stored.""",
            content = @Content(schema = @Schema(implementation = IntakePost.Answer.class))),
    @ApiResponse(responseCode = "400", description = "No JSON, not UTF-8, empty, or cut; nothing is stored"),
    @ApiResponse(responseCode = "413", description = "More items or bytes than one transaction takes; send lines"),
    @ApiResponse(responseCode = "422", description = "Every item was rejected; the same members as 200 say why"),
    @ApiResponse(responseCode = "429", description = "Too fast; Retry-After says when to come again"),
    @ApiResponse(
            responseCode = "503",
            description = "The database is away or busy; Retry-After says when to come again. Safe to repeat")
})
@interface IntakePost {

    String EVENT = "cloudevents+json";
    String EVENTS = "cloudevents-batch+json";
    Set<String> LINES = Set.of("x-ndjson", "ndjson", "jsonl");

    @AliasFor(annotation = RequestMapping.class)
    String[] path();

    /** What is answered, for the description only. */
    @Schema(name = "BatchAnswer")
    record Answer(
            @Schema(description = "not sent before") long accepted,
            @Schema(description = "sent before, unchanged") long known,

            @Schema(description = "sent before, changed: the former version is history")
            long replaced,

            @Schema(description = "wrong, and not stored") long rejected,
            Item[] items) {}

    /** What became of one item, for the description only. */
    @Schema(name = "ItemAnswer")
    record Item(
            @Schema(description = "its place in the list, from 0; in a stream the number of its line, from 0")
            long index,

            String source,
            String externalId,

            @Schema(allowableValues = {"ACCEPTED", "KNOWN", "REPLACED", "REJECTED"})
            String state,

            Error[] errors) {}

    /** What is wrong with an item, for the description only. */
    @Schema(name = "ItemError")
    record Error(
            @Schema(example = "facts[2].act") String field,

            @Schema(description = "in the language of Accept-Language (en, nl)")
            String reason) {}
}
