package nl.baton.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.intake.api.Sender.Answer;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers, purchases, contracts and feedback as systems send them. */
@BatonTest
class ItemApiTests {

    private static final String CUSTOMER = """
            {"source":"%s","externalId":"K1","kind":"PERSON","name":" Wilhelmina Jansen ","birthDate":"1974-09-21",
             "address":{"street":"Dorpsstraat","houseNumber":"12","postcode":"1234 AB","city":"Ons Dorp","country":"NL"},
             "identities":[{"kind":"EMAIL","value":"w@voorbeeld.nl","verifiedAt":"2026-01-01T00:00:00Z"},
                           {"kind":"SOURCE","value":"B-7","system":"billing"}],
             "attributes":{"house":{"value":"terraced","source":"cadastre","at":"2026-01-01T00:00:00Z",
                                    "verifiedAt":"2026-01-02T00:00:00Z"}},
             "preferences":[{"kind":"HOURS","value":"Mo-Fr 18:00-21:00; Sa 10:00-12:00","from":"2026-01-01T00:00:00Z",
                             "until":"2026-12-31","origin":"STATED"}],
             "consents":[{"purpose":"newsletter","granted":false,"at":"2026-01-01T00:00:00Z","source":"form",
                          "expiresAt":"2030-01-01"}],
             "lifeStage":"young family","lifestyle":"outdoors","reach":{"people":250,"at":"2026-01-01T00:00:00Z"},
             "referredBy":[{"customer":"K0","share":0.5,"at":"2026-01-01T00:00:00Z"}],"worksFor":"C9"}""";
    private static final String PURCHASE = """
            {"source":"%s","externalId":"P1","customer":"K1","at":"2026-01-05T10:00:00+01:00","amount":12.5,
             "margin":-1.25,"currency":"EUR","kind":"RETURN","refersTo":"P0"}""";
    private static final String CONTRACT = """
            {"source":"%s","externalId":"C1","customer":"K1","monthly":89.99,"margin":12,"currency":"EUR",
             "start":"2025-04-01","end":"2199-03-31","endReason":"moved abroad"}""";
    private static final String FEEDBACK = """
            {"source":"%s","externalId":"F1","customer":"K1","journey":{"type":"order","source":"shop","case":"O-1"},
             "handoff":"H-1","request":"R-1","kind":"NPS","score":6,"text":"Too slow","language":"nl","channel":"mail",
             "receivedAt":"2026-01-05T10:00:00Z","status":"TOLD","owner":"samira","due":"2026-01-19",
             "themes":["price","tone"],"cause":"waiting","done":"called","changed":true,
             "told":{"at":"2026-01-06T10:00:00Z","channel":"phone"},"notToldReason":"none",
             "closedAt":"2026-01-07T10:00:00Z"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Sender sender;

    private final String source = "api-" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        sender = new Sender(tokens, port, ApiScope.INTAKE_WRITE);
    }

    @AfterEach
    void end() {
        sender.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "purchases", "contracts", "feedback"})
    void an_item_with_all_that_can_be_said_is_accepted_and_then_known(String kind) {
        Answer first = sender.postTo(kind, "[" + item(kind) + "]");
        assertThat(first.status()).as(first.http().body()).isEqualTo(200);
        assertThat(first.counts()).isEqualTo("1 0 0 0");
        assertThat(sender.postTo(kind, "[" + item(kind) + "," + item(kind) + "]")
                        .counts())
                .isEqualTo("0 2 0 0");
    }

    @Test
    void a_customer_arrives_field_by_field() {
        sender.postTo("customers", "[" + item("customers") + "]");
        assertThat(values("""
                SELECT c.kind, c.name, c.birth_date, c.street, c.house_number, c.postcode, c.city, c.country, c.life_stage,
                    c.lifestyle, c.reach_people, c.reach_at, e.external_id
                FROM customer c JOIN customer e ON e.id = c.works_for_id WHERE c.source = ? AND c.external_id = 'K1'"""))
                .containsExactly(
                        "PERSON",
                        "Wilhelmina Jansen",
                        "1974-09-21",
                        "Dorpsstraat",
                        "12",
                        "1234 AB",
                        "Ons Dorp",
                        "NL",
                        "young family",
                        "outdoors",
                        "250",
                        "2026-01-01 00:00:00.0",
                        "C9");
        assertThat(values(of("identity", "x.kind, x.identity_value, x.identity_system, x.verified_at")))
                .containsExactly(
                        "SOURCE",
                        "K1",
                        source,
                        "null",
                        "EMAIL",
                        "w@voorbeeld.nl",
                        "null",
                        "2026-01-01 00:00:00.0",
                        "SOURCE",
                        "B-7",
                        "billing",
                        "null");
        assertThat(values(of("attribute", "x.attribute_key, x.attribute_value, x.source, x.stated_at, x.verified_at")))
                .containsExactly("house", "terraced", "cadastre", "2026-01-01 00:00:00.0", "2026-01-02 00:00:00.0");
        assertThat(values(of("preference", "x.kind, x.preference_value, x.valid_from, x.valid_until, x.origin")))
                .as("a day without a time ends with that day in the company’s zone")
                .containsExactly(
                        "HOURS",
                        "Mo-Fr 18:00-21:00; Sa 10:00-12:00",
                        "2026-01-01 00:00:00.0",
                        "2026-12-31 23:00:00.0",
                        "STATED");
        assertThat(values(of("consent", "x.purpose, x.granted, x.stated_at, x.source, x.expires_at")))
                .containsExactly("newsletter", "false", "2026-01-01 00:00:00.0", "form", "2030-01-01 23:00:00.0");
        assertThat(values(of("referral", "x.weight, x.referred_at")))
                .containsExactly("0.5000", "2026-01-01 00:00:00.0");
    }

    @Test
    void a_purchase_and_a_contract_arrive_field_by_field() {
        sender.postTo("purchases", "[" + item("purchases") + "]");
        sender.postTo("contracts", "[" + item("contracts") + "]");
        assertThat(values("""
                SELECT p.external_id, c.external_id, p.purchased_at, p.amount, p.margin, p.currency, p.kind, p.refers_to
                FROM purchase p JOIN customer c ON c.id = p.customer_id WHERE p.source = ?"""))
                .containsExactly("P1", "K1", "2026-01-05 09:00:00.0", "12.5000", "-1.2500", "EUR", "RETURN", "P0");
        assertThat(values("""
                SELECT k.external_id, c.external_id, k.monthly, k.margin, k.currency, k.started_on, k.ended_on, k.end_reason
                FROM contract k JOIN customer c ON c.id = k.customer_id WHERE k.source = ?"""))
                .containsExactly("C1", "K1", "89.9900", "12.0000", "EUR", "2025-04-01", "2199-03-31", "moved abroad");
    }

    @Test
    void feedback_arrives_field_by_field() {
        sender.postTo("feedback", "[" + item("feedback") + "]");
        assertThat(values("""
                SELECT f.external_id, c.external_id, f.journey_type, f.journey_source, f.journey_case, f.handoff, f.request,
                    f.kind, f.score, f.text, f.language, f.channel, f.received_at, f.status, f.owner, f.due_at, f.cause,
                    f.done, f.changed_something, f.told_at, f.told_channel, f.not_told_reason, f.closed_at
                FROM feedback f JOIN customer c ON c.id = f.customer_id WHERE f.source = ?"""))
                .containsExactly(
                        "F1",
                        "K1",
                        "order",
                        "shop",
                        "O-1",
                        "H-1",
                        "R-1",
                        "NPS",
                        "6",
                        "Too slow",
                        "nl",
                        "mail",
                        "2026-01-05 10:00:00.0",
                        "TOLD",
                        "samira",
                        "2026-01-19 23:00:00.0",
                        "waiting",
                        "called",
                        "true",
                        "2026-01-06 10:00:00.0",
                        "phone",
                        "none",
                        "2026-01-07 10:00:00.0");
        assertThat(values("""
                SELECT t.theme FROM feedback_theme t JOIN feedback f ON f.id = t.feedback_id
                WHERE f.source = ? ORDER BY t.place""")).containsExactly("price", "tone");
    }

    /** Each line: the kind, what is put over the good item (null takes a field away), and the fields named as wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customers | {"kind":null,"name":" "}                                  | kind,name
            customers | {"kind":"DOG"}                                            | kind
            customers | {"birthDate":"2999-01-01"}                                | birthDate
            customers | {"birthDate":"0000-01-01"}                                | birthDate
            customers | {"birthDate":"21-09-1974"}                                | birthDate
            customers | {"address":{"country":"XX"}}                              | address.country
            customers | {"address":{"town":"x"}}                                  | address.town
            customers | {"address":"Dorpsstraat 12"}                              | address
            customers | {"identities":[{"kind":"EMAIL"}]}                         | identities[0].value
            customers | {"identities":[{"kind":"FAX","value":"1"}]}               | identities[0].kind
            customers | {"attributes":{"a":{"value":"1","source":"s"}}}           | attributes.a.at
            customers | {"attributes":[]}                                         | attributes
            customers | {"preferences":[{"kind":"HOURS","value":"evenings","from":"2026-01-01T00:00:00Z","origin":"STATED"}]} | preferences[0].value
            customers | {"preferences":[{"kind":"HOURS","value":"- 10:00-12:00","from":"2026-01-01T00:00:00Z","origin":"STATED"}]} | preferences[0].value
            customers | {"preferences":[{"kind":"TOPIC","value":"sun","from":"2026-01-02T00:00:00Z","until":"2025-12-31","origin":"STATED"}]} | preferences[0].until
            customers | {"consents":[{"purpose":"p","granted":"no","at":"2026-01-01T00:00:00Z","source":"s"}]} | consents[0].granted
            customers | {"consents":[{"purpose":"p","granted":true,"at":"2026-01-02T00:00:00Z","source":"s","expiresAt":"2026-01-01T00:00:00Z"}]} | consents[0].expiresAt
            customers | {"reach":{"people":-1,"at":"2026-01-01T00:00:00Z"}}       | reach.people
            customers | {"reach":{"at":"2026-01-01T00:00:00Z"}}                   | reach.people
            customers | {"referredBy":[{"customer":"K0","share":0,"at":"2026-01-01T00:00:00Z"}]} | referredBy[0].share
            customers | {"referredBy":[{"customer":"K1","share":1,"at":"2026-01-01T00:00:00Z"}]} | referredBy
            customers | {"worksFor":"K1"}                                         | worksFor
            purchases | {"customer":null,"at":"2999-01-01T00:00:00Z"}             | customer,at
            purchases | {"amount":-1}                                             | amount
            purchases | {"amount":"12.50"}                                        | amount
            purchases | {"amount":0.00001}                                        | amount
            purchases | {"amount":1e15}                                           | amount
            purchases | {"amount":null}                                           | amount
            purchases | {"currency":"EURO"}                                       | currency
            purchases | {"currency":"eur"}                                        | currency
            purchases | {"currency":null}                                         | currency
            purchases | {"kind":"GIFT"}                                           | kind
            purchases | {"refersTo":"P1"}                                         | refersTo
            contracts | {"monthly":-0.01,"margin":null}                           | monthly,margin
            contracts | {"start":"1969-12-31"}                                    | start
            contracts | {"start":null}                                            | start
            contracts | {"end":"2025-03-31"}                                      | end
            contracts | {"end":"2200-01-01"}                                      | end
            contracts | {"currency":"XYZ"}                                        | currency
            feedback  | {"kind":null,"score":99}                                  | kind
            feedback  | {"kind":" "}                                              | kind
            feedback  | {"score":11}                                              | score
            feedback  | {"score":null}                                            | score
            feedback  | {"kind":"CSAT","score":0}                                 | score
            feedback  | {"kind":"CES","score":7.5}                                | score
            feedback  | {"kind":"COMPLAINT","score":3}                            | score
            feedback  | {"kind":"REVIEW","score":6}                               | score
            feedback  | {"receivedAt":"2026-01-05"}                               | receivedAt
            feedback  | {"journey":{"type":"order","case":"1"}}                   | journey.source
            feedback  | {"status":"BUSY"}                                         | status
            feedback  | {"themes":["a",7]}                                        | themes[1]
            feedback  | {"changed":"yes"}                                         | changed
            feedback  | {"told":{"at":"2026-01-01T00:00:00Z"}}                    | told.at
            feedback  | {"told":{"channel":"mail"}}                               | told.at
            feedback  | {"closedAt":"2026-01-01T00:00:00Z"}                       | closedAt
            """)
    void what_is_wrong_is_rejected_by_field_and_reason(String kind, String changes, String wrong) {
        ObjectNode bad = (ObjectNode) Sender.JSON.readTree(item(kind));
        bad.setAll((ObjectNode) Sender.JSON.readTree(changes));
        Answer answer = sender.postTo(kind, "[" + bad + "," + item(kind) + "]");
        assertThat(answer.counts()).as(answer.http().body()).isEqualTo("1 0 0 1");
        var fields = new ArrayList<String>();
        for (JsonNode error : answer.item(0).get("errors")) {
            fields.add(error.get("field").asString());
            assertThat(error.get("reason").asString()).isNotBlank().doesNotContain("intake.item");
        }
        assertThat(fields).containsExactlyInAnyOrder(wrong.split(","));
    }

    @Test
    void a_text_that_does_not_fit_its_column_is_rejected_and_one_that_fits_exactly_is_stored() {
        String longest = "x".repeat(200);
        assertThat(sender.postTo("customers", "[" + named(longest) + "," + named(longest + "x") + "]")
                        .counts())
                .isEqualTo("1 0 0 1");
    }

    @Test
    void a_token_without_the_scope_stores_nothing() {
        try (var stranger = new Sender(tokens, port, ApiScope.HANDOFFS_READ)) {
            for (String kind : List.of("customers", "purchases", "contracts", "feedback")) {
                assertThat(stranger.postTo(kind, "[" + item(kind) + "]").status())
                        .as(kind)
                        .isEqualTo(403);
            }
        }
        assertThat(values("SELECT id FROM customer WHERE source = ?")).isEmpty();
    }

    private String named(String name) {
        return "{\"source\":\"%s\",\"externalId\":\"%d\",\"kind\":\"COMPANY\",\"name\":\"%s\"}"
                .formatted(source, name.length(), name);
    }

    private String item(String kind) {
        return switch (kind) {
            case "customers" -> CUSTOMER.formatted(source);
            case "purchases" -> PURCHASE.formatted(source);
            case "contracts" -> CONTRACT.formatted(source);
            default -> FEEDBACK.formatted(source);
        };
    }

    private static String of(String table, String columns) {
        return "SELECT " + columns + " FROM customer_" + table + " x JOIN customer c ON c.id = x.customer_id"
                + " WHERE c.source = ? AND c.external_id = 'K1' ORDER BY x.place";
    }

    /** All values of all rows, as texts. */
    private List<String> values(String sql) {
        var values = new ArrayList<String>();
        jdbc.sql(sql).param(source).query(row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                values.add(value instanceof java.sql.Timestamp moment ? moment.toString() : String.valueOf(value));
            }
        });
        return values;
    }
}
