package nl.baton.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RestController;

/** Takes touchpoints as they happen. */
@RestController
@Tag(name = "Touchpoints", description = "Contacts and pieces of work, as systems send them")
class TouchpointController {

    private final IntakeDoor door;
    private final TouchpointKind touchpoints;

    TouchpointController(IntakeDoor door, TouchpointKind touchpoints) {
        this.door = door;
        this.touchpoints = touchpoints;
    }

    @IntakePost(path = "/api/v1/touchpoints")
    @Operation(
            summary = "Send touchpoints",
            description = """
                    An array of 1 to 5,000 in one transaction (at most 16 MB unless set otherwise), lines of JSON without \
                    limit in transactions of 5,000, or CloudEvents 1.0 whose data is a touchpoint, one by one or in \
                    batches; an event's source, id and time stand for the touchpoint's source, externalId and at where \
                    these are left out. source and externalId are a touchpoint's identity: the same again changes \
                    nothing, something else replaces it. A touchpoint with a field that is unknown or wrong is \
                    rejected, the others of its batch are not. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        array =
                                                @ArraySchema(
                                                        schema = @Schema(implementation = TouchpointSchema.class))),
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(implementation = TouchpointSchema.class)),
                                @Content(mediaType = "application/cloudevents+json"),
                                @Content(mediaType = "application/cloudevents-batch+json")
                            }))
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.take(touchpoints, request, response);
    }
}
