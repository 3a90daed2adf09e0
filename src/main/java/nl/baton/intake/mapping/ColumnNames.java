package nl.baton.intake.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What columns are called in the wild, in Dutch and English; for each field in order of preference. */
final class ColumnNames {

    /** The rank of a column that is not called so. */
    static final int NO_MATCH = Integer.MAX_VALUE;

    private static final Map<Field, List<String>> NAMES = new EnumMap<>(Field.class);

    static {
        names(
                Field.JOURNEY,
                "case:concept:name, journey, journey id, klantreis, case id, case number, case, zaaknummer,"
                        + " zaak id, zaak, dossiernummer, dossier, SR number, order number, ordernummer, order id, order,"
                        + " ticket number, ticketnummer, ticket id, ticket, incident number, incident id, incident,"
                        + " meldingnummer, melding, klachtnummer, aanvraagnummer, request id, trace id, kenmerk, number, nummer");
        names(
                Field.AT,
                "at, start timestamp, start time, started at, begin time, begintijd, starttijd, begin, start,"
                        + " time:timestamp, timestamp, tijdstip, datum tijd, datum en tijd, date time, change date+time,"
                        + " event time, sys updated at, updated at, gewijzigd op, modified, contact datum, datum, tijd, date,"
                        + " time, created at, aangemaakt op");
        names(
                Field.ENDED_AT,
                "ended at, end timestamp, end time, complete timestamp, completed at, eindtijd, einde, end,"
                        + " finished at, time:timestamp, tot");
        names(
                Field.DEPARTMENT,
                "department, afdeling, dept, org:group, assignment group, behandelgroep, oplosgroep,"
                        + " involved org line 3, org line, organization involved, business unit, organisatieonderdeel, eenheid,"
                        + " unit, group, groep, division, team, org:role");
        names(Field.TEAM, "team, behandelteam, ploeg, involved ST, support team, subgroup, subgroep");
        names(
                Field.ACTIVITY,
                "activity, activiteit, concept:name, action, actie, event, gebeurtenis, step, stap, task,"
                        + " taak, incident state, status, state");
        names(
                Field.AGENT,
                "agent, org:resource, resource, medewerker, behandelaar, uitvoerder, assigned to, employee,"
                        + " handled by, sys updated by, updated by, user, gebruiker");
        names(
                Field.CUSTOMER,
                "customer, customer id, customer number, klant, klantnummer, klant id, caller id, caller,"
                        + " client id, client, relatienummer, relatie, debiteurnummer, debiteur, account id, requester,"
                        + " aanvrager");
        names(Field.CHANNEL, "channel, kanaal, contact type, contactkanaal, medium");
        names(Field.DIRECTION, "direction, richting");
        names(Field.TOPIC, "topic, onderwerp, category, categorie, subject, product, reden, reason");
        names(Field.OUTCOME, "outcome, uitkomst, afloop, resultaat, result, status");
        names(Field.EXTERNAL_ID, "external id, extern id, event id, touchpoint id, contactmoment id, id");
        names(
                Field.HANDED_TO,
                "handed to, overgedragen aan, doorgezet naar, doorverbonden naar, transferred to,"
                        + " naar afdeling, to department");
        names(Field.HANDED_TO_TEAM, "handed to team, naar team, to team");
        names(Field.TEXT, "text, tekst, note, notitie, description, omschrijving, comment, opmerking, toelichting");
        names(Field.HANDLED_BY, "handled by, afgehandeld door");
        names(Field.ANSWERED, "answered, beantwoord, opgenomen");
        names(Field.PURPOSE, "purpose, doel");
        names(Field.VISIBILITY, "visibility, zichtbaarheid, zichtbaar voor");
        names(Field.LANGUAGE, "language, taal");
        names(Field.BY, "by, decided by, beslist door");
    }

    private ColumnNames() {}

    private static void names(Field field, String names) {
        NAMES.put(
                field,
                List.of(names.split(", *")).stream().map(ColumnNames::plain).toList());
    }

    /** How likely the name stands for the field, from 0 on; the lower the likelier. */
    static int rank(Field field, String column) {
        List<String> names = NAMES.getOrDefault(field, List.of());
        int whole = names.indexOf(plain(column));
        if (whole >= 0) {
            return whole;
        }
        // What XES says of a whole trace goes by the same names, but after those of a single event.
        int ofTrace = column.startsWith("case:") ? names.indexOf(plain(column.substring("case:".length()))) : -1;
        return ofTrace >= 0 ? names.size() + ofTrace : NO_MATCH;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
