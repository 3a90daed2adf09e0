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
import nl.baton.intake.api.ItemSchemas.ContractSchema;
import nl.baton.intake.api.ItemSchemas.CustomerSchema;
import nl.baton.intake.api.ItemSchemas.FeedbackSchema;
import nl.baton.intake.api.ItemSchemas.PurchaseSchema;
import org.springframework.web.bind.annotation.RestController;

/** Takes customers, purchases, contracts and feedback, in the same ways as touchpoints. */
@RestController
@Tag(name = "Customers and value", description = "Who the customers are, what they bring in, and what they say")
class ItemController {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final IntakeDoor door;
    private final CustomerKind customers;
    private final PurchaseKind purchases;
    private final ContractKind contracts;
    private final FeedbackItemKind feedback;

    ItemController(
            IntakeDoor door,
            CustomerKind customers,
            PurchaseKind purchases,
            ContractKind contracts,
            FeedbackItemKind feedback) {
        this.door = door;
        this.customers = customers;
        this.purchases = purchases;
        this.contracts = contracts;
        this.feedback = feedback;
    }

    @IntakePost(path = "/api/v1/customers")
    @Operation(
            summary = "Send customers",
            description = """
                    A customer as its source states it; what is not stated again is not kept. Other customers (referredBy, worksFor) are named by their external id of the same source. \
                    In the same forms as touchpoints, and by the same rules. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = JSON,
                                        array = @ArraySchema(schema = @Schema(implementation = CustomerSchema.class))),
                                @Content(mediaType = LINES, schema = @Schema(implementation = CustomerSchema.class))
                            }))
    void customers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.take(customers, request, response);
    }

    @IntakePost(path = "/api/v1/purchases")
    @Operation(
            summary = "Send purchases",
            description = """
                    Sales and returns; an amount is never negative. The customer is an external id of the same source, and may be described later. \
                    In the same forms as touchpoints, and by the same rules. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = JSON,
                                        array = @ArraySchema(schema = @Schema(implementation = PurchaseSchema.class))),
                                @Content(mediaType = LINES, schema = @Schema(implementation = PurchaseSchema.class))
                            }))
    void purchases(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.take(purchases, request, response);
    }

    @IntakePost(path = "/api/v1/contracts")
    @Operation(
            summary = "Send contracts",
            description = """
                    Contracts with what they bring in each month. The customer is an external id of the same source, and may be described later. \
                    In the same forms as touchpoints, and by the same rules. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = JSON,
                                        array = @ArraySchema(schema = @Schema(implementation = ContractSchema.class))),
                                @Content(mediaType = LINES, schema = @Schema(implementation = ContractSchema.class))
                            }))
    void contracts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.take(contracts, request, response);
    }

    @IntakePost(path = "/api/v1/feedback")
    @Operation(
            summary = "Send feedback",
            description = """
                    Scores, complaints, compliments, ideas, reviews, and how far the company is with them. The customer is an external id of the same source. \
                    In the same forms as touchpoints, and by the same rules. Needs the scope intake:write.""",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = JSON,
                                        array = @ArraySchema(schema = @Schema(implementation = FeedbackSchema.class))),
                                @Content(mediaType = LINES, schema = @Schema(implementation = FeedbackSchema.class))
                            }))
    void feedback(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.take(feedback, request, response);
    }
}
