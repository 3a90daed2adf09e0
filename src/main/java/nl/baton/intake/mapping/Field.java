package nl.baton.intake.mapping;

import java.util.Locale;

/** What a column can mean: every single-valued fact of a touchpoint, a customer, a purchase and so on. */
public enum Field {
    JOURNEY(ImportKind.TOUCHPOINT, "journey", 200),
    AT(ImportKind.TOUCHPOINT, "at", 100, Content.MOMENT),
    DEPARTMENT(ImportKind.TOUCHPOINT, "department", 120),
    TEAM(ImportKind.TOUCHPOINT, "team", 120),
    ACTIVITY(ImportKind.TOUCHPOINT, "activity", 200),
    CUSTOMER(ImportKind.TOUCHPOINT, "customer", 200),
    AGENT(ImportKind.TOUCHPOINT, "agent", 120),
    CHANNEL(ImportKind.TOUCHPOINT, "channel", 40),
    DIRECTION(ImportKind.TOUCHPOINT, "direction", 100),
    TOPIC(ImportKind.TOUCHPOINT, "topic", 120),
    OUTCOME(ImportKind.TOUCHPOINT, "outcome", 100),
    ENDED_AT(ImportKind.TOUCHPOINT, "endedAt", 100, Content.MOMENT),
    EXTERNAL_ID(ImportKind.TOUCHPOINT, "externalId", 200),
    HANDED_TO(ImportKind.TOUCHPOINT, "handedTo", 120),
    HANDED_TO_TEAM(ImportKind.TOUCHPOINT, "handedToTeam", 120),
    TEXT(ImportKind.TOUCHPOINT, "text", 4000),
    HANDLED_BY(ImportKind.TOUCHPOINT, "handledBy", 100),
    ANSWERED(ImportKind.TOUCHPOINT, "answered", 100),
    PURPOSE(ImportKind.TOUCHPOINT, "purpose", 100),
    VISIBILITY(ImportKind.TOUCHPOINT, "visibility", 100),
    LANGUAGE(ImportKind.TOUCHPOINT, "language", 20),
    BY(ImportKind.TOUCHPOINT, "by", 100),

    CUSTOMER_NUMBER(ImportKind.CUSTOMER, "externalId", 200),
    CUSTOMER_NAME(ImportKind.CUSTOMER, "name", 200, Content.NAME),
    CUSTOMER_KIND(ImportKind.CUSTOMER, "kind", 100, Content.CUSTOMER_KIND),
    BIRTH_DATE(ImportKind.CUSTOMER, "birthDate", 100, Content.DAY),
    STREET(ImportKind.CUSTOMER, "address.street", 200, Content.NAME),
    HOUSE_NUMBER(ImportKind.CUSTOMER, "address.houseNumber", 20, Content.NAME),
    POSTCODE(ImportKind.CUSTOMER, "address.postcode", 20),
    CITY(ImportKind.CUSTOMER, "address.city", 100),
    COUNTRY(ImportKind.CUSTOMER, "address.country", 2),
    EMAIL(ImportKind.CUSTOMER, "email", 200),
    PHONE(ImportKind.CUSTOMER, "phone", 200),
    LOYALTY(ImportKind.CUSTOMER, "loyalty", 200),
    LIFE_STAGE(ImportKind.CUSTOMER, "lifeStage", 80),
    LIFESTYLE(ImportKind.CUSTOMER, "lifestyle", 80),
    REACH_PEOPLE(ImportKind.CUSTOMER, "reach.people", 100, Content.NUMBER),
    REACH_AT(ImportKind.CUSTOMER, "reach.at", 100, Content.MOMENT),
    WORKS_FOR(ImportKind.CUSTOMER, "worksFor", 200),

    PURCHASE_CUSTOMER(ImportKind.PURCHASE, "customer", 200),
    PURCHASE_AT(ImportKind.PURCHASE, "at", 100, Content.MOMENT),
    PURCHASE_AMOUNT(ImportKind.PURCHASE, "amount", 100, Content.NUMBER),
    PURCHASE_CURRENCY(ImportKind.PURCHASE, "currency", 3),
    PURCHASE_MARGIN(ImportKind.PURCHASE, "margin", 100, Content.NUMBER),
    PURCHASE_KIND(ImportKind.PURCHASE, "kind", 100, Content.PURCHASE_KIND),
    PURCHASE_NUMBER(ImportKind.PURCHASE, "externalId", 200),
    REFERS_TO(ImportKind.PURCHASE, "refersTo", 200),

    CONTRACT_NUMBER(ImportKind.CONTRACT, "externalId", 200),
    CONTRACT_CUSTOMER(ImportKind.CONTRACT, "customer", 200),
    CONTRACT_MONTHLY(ImportKind.CONTRACT, "monthly", 100, Content.NUMBER),
    CONTRACT_MARGIN(ImportKind.CONTRACT, "margin", 100, Content.NUMBER),
    CONTRACT_CURRENCY(ImportKind.CONTRACT, "currency", 3),
    CONTRACT_START(ImportKind.CONTRACT, "start", 100, Content.DAY),
    CONTRACT_END(ImportKind.CONTRACT, "end", 100, Content.DAY),
    END_REASON(ImportKind.CONTRACT, "endReason", 200),

    FEEDBACK_KIND(ImportKind.FEEDBACK, "kind", 100, Content.FEEDBACK_KIND),
    FEEDBACK_RECEIVED_AT(ImportKind.FEEDBACK, "receivedAt", 100, Content.MOMENT),
    SCORE(ImportKind.FEEDBACK, "score", 100, Content.NUMBER),
    FEEDBACK_TEXT(ImportKind.FEEDBACK, "text", 4000),
    FEEDBACK_CUSTOMER(ImportKind.FEEDBACK, "customer", 200),
    FEEDBACK_NUMBER(ImportKind.FEEDBACK, "externalId", 200),
    JOURNEY_TYPE(ImportKind.FEEDBACK, "journey.type", 80),
    JOURNEY_SOURCE(ImportKind.FEEDBACK, "journey.source", 80),
    JOURNEY_CASE(ImportKind.FEEDBACK, "journey.case", 200),
    HANDOFF(ImportKind.FEEDBACK, "handoff", 200),
    REQUEST(ImportKind.FEEDBACK, "request", 200),
    FEEDBACK_CHANNEL(ImportKind.FEEDBACK, "channel", 40),
    FEEDBACK_LANGUAGE(ImportKind.FEEDBACK, "language", 20),
    STATUS(ImportKind.FEEDBACK, "status", 100, Content.STATUS),
    OWNER(ImportKind.FEEDBACK, "owner", 120),
    DUE(ImportKind.FEEDBACK, "due", 100, Content.DUE),
    THEMES(ImportKind.FEEDBACK, "themes", 4000, Content.LIST),
    CAUSE(ImportKind.FEEDBACK, "cause", 200),
    DONE(ImportKind.FEEDBACK, "done", 4000),
    CHANGED(ImportKind.FEEDBACK, "changed", 100, Content.FLAG),
    TOLD_AT(ImportKind.FEEDBACK, "told.at", 100, Content.MOMENT),
    TOLD_CHANNEL(ImportKind.FEEDBACK, "told.channel", 40),
    NOT_TOLD_REASON(ImportKind.FEEDBACK, "notToldReason", 1000),
    CLOSED_AT(ImportKind.FEEDBACK, "closedAt", 100, Content.MOMENT);

    private final ImportKind kind;
    private final String code;
    private final int longest;
    private final Content content;

    Field(ImportKind kind, String code, int longest) {
        this(kind, code, longest, Content.TEXT);
    }

    Field(ImportKind kind, String code, int longest, Content content) {
        this.kind = kind;
        this.code = code;
        this.longest = longest;
        this.content = content;
    }

    public ImportKind kind() {
        return kind;
    }

    /** Its name in the mapping, and its path in the item; only one field of its kind has it. */
    public String code() {
        return code;
    }

    /** Under which its name for people stands among the texts. */
    public String label() {
        return "intake.field." + label(kind, code);
    }

    /** Which number is meant depends on the kind; all else is called the same. */
    private static String label(ImportKind kind, String code) {
        return code.equals("externalId") && kind != ImportKind.TOUCHPOINT
                ? code + "." + kind.name().toLowerCase(Locale.ROOT)
                : code;
    }

    /** The longest value that Baton keeps. */
    public int longest() {
        return longest;
    }

    Content content() {
        return content;
    }
}
