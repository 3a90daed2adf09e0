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
        ofCustomers();
        ofPurchasesAndContracts();
        ofFeedback();
    }

    private ColumnNames() {}

    private static void ofCustomers() {
        names(
                Field.CUSTOMER_NUMBER,
                "external id, customer id, customer number, customer, klantnummer, klant id, klant, relatienummer, debiteurnummer, client id, account id, account number, rec id, id, nummer, number");
        names(
                Field.CUSTOMER_NAME,
                "name, naam, full name, volledige naam, klantnaam, customer name, bedrijfsnaam, company name, display name, achternaam, surname, last name");
        names(Field.CUSTOMER_KIND, "kind, soort, customer type, klanttype, klantsoort, type");
        names(Field.BIRTH_DATE, "birth date, birthdate, date of birth, dob, geboortedatum, birthday, geboren");
        names(
                Field.STREET,
                "address street, street, straat, straatnaam, street name, adres, address, address line 1, address 1, address1");
        names(Field.HOUSE_NUMBER, "address house number, house number, huisnummer, street number, huisnr, nr");
        names(Field.POSTCODE, "address postcode, postcode, postal code, zip code, zip, plz");
        names(Field.CITY, "address city, city, plaats, woonplaats, plaatsnaam, town, stad, suburb");
        names(Field.COUNTRY, "address country, country code, landcode, country, land");
        names(Field.EMAIL, "email, e-mail, email address, e-mailadres, mail");
        names(
                Field.PHONE,
                "phone, telefoon, telefoonnummer, phone number, mobile, mobiel, mobiel nummer, tel, telephone");
        names(Field.LOYALTY, "loyalty, loyalty number, klantenkaart, spaarpas, card number, kaartnummer");
        names(Field.LIFE_STAGE, "life stage, levensfase");
        names(Field.LIFESTYLE, "lifestyle, leefstijl");
        names(Field.REACH_PEOPLE, "reach people, reach, bereik, followers, volgers");
        names(Field.REACH_AT, "reach at, bereik gemeten op");
        names(Field.WORKS_FOR, "works for, werkt bij, werkgever, employer, company id");
    }

    private static void ofPurchasesAndContracts() {
        names(
                Field.PURCHASE_CUSTOMER,
                "customer, customer id, customer number, klantnummer, klant id, klant, relatienummer, debiteurnummer, client id, account id");
        names(
                Field.PURCHASE_AT,
                "at, purchased at, purchase date, order date, orderdatum, aankoopdatum, factuurdatum, invoice date, transaction date, datum, date, created at, time, timestamp");
        names(
                Field.PURCHASE_AMOUNT,
                "amount, bedrag, totaal, total, total amount, dollar value, value, net amount, netto, omzet, revenue, price, prijs, sales");
        names(Field.PURCHASE_CURRENCY, "currency, munt, valuta, currency code, muntsoort");
        names(Field.PURCHASE_MARGIN, "margin, marge, brutomarge, gross margin, profit, winst");
        names(Field.PURCHASE_KIND, "kind, soort, type, transaction type");
        names(
                Field.PURCHASE_NUMBER,
                "external id, purchase id, order id, order number, ordernummer, factuurnummer, invoice number, invoice, transaction id, id, nummer, number");
        names(Field.REFERS_TO, "refers to, original order, retour van, verwijst naar, credit for");
        names(
                Field.CONTRACT_NUMBER,
                "external id, contract id, contract number, contractnummer, contract, subscription id, abonnement, abonnementsnummer, id, nummer, number");
        names(
                Field.CONTRACT_CUSTOMER,
                "customer, customer id, customer number, klantnummer, klant id, klant, relatienummer, debiteurnummer, client id, account id");
        names(Field.CONTRACT_MONTHLY, "monthly, per maand, maandbedrag, monthly amount, mrr, termijnbedrag");
        names(Field.CONTRACT_MARGIN, "margin, marge, maandmarge, monthly margin, profit, winst");
        names(Field.CONTRACT_CURRENCY, "currency, munt, valuta, currency code, muntsoort");
        names(
                Field.CONTRACT_START,
                "start, start date, startdatum, ingangsdatum, begin, begindatum, started on, valid from");
        names(Field.CONTRACT_END, "end, end date, einddatum, einde, ended on, valid until, opzegdatum");
        names(Field.END_REASON, "end reason, reden, reden einde, opzegreden, reason, churn reason");
    }

    private static void ofFeedback() {
        names(Field.FEEDBACK_KIND, "kind, soort, type, feedback type, survey type");
        names(
                Field.FEEDBACK_RECEIVED_AT,
                "received at, ontvangen op, ontvangen, received, response date, antwoorddatum, at, datum, date, created at, timestamp, time");
        names(Field.SCORE, "score, cijfer, rating, nps, csat, ces, waardering");
        names(
                Field.FEEDBACK_TEXT,
                "text, tekst, comment, opmerking, toelichting, verbatim, feedback, message, bericht");
        names(
                Field.FEEDBACK_CUSTOMER,
                "customer, customer id, customer number, klantnummer, klant id, klant, relatienummer, client id, account id");
        names(
                Field.FEEDBACK_NUMBER,
                "external id, feedback id, response id, antwoord id, klachtnummer, id, nummer, number");
        names(Field.JOURNEY_TYPE, "journey type, soort klantreis");
        names(Field.JOURNEY_SOURCE, "journey source");
        names(
                Field.JOURNEY_CASE,
                "journey case, journey, case number, case id, zaaknummer, case, ordernummer, order number, ticket");
        names(Field.HANDOFF, "handoff, overdracht");
        names(Field.REQUEST, "request, request id, uitnodiging, invitation, survey id");
        names(Field.FEEDBACK_CHANNEL, "channel, kanaal");
        names(Field.FEEDBACK_LANGUAGE, "language, taal");
        names(Field.STATUS, "status, state, toestand");
        names(Field.OWNER, "owner, eigenaar, behandelaar, assigned to");
        names(Field.DUE, "due, due date, uiterlijk, deadline");
        names(Field.THEMES, "themes, theme, thema, themas, tags, labels, topic, onderwerp");
        names(Field.CAUSE, "cause, oorzaak, root cause");
        names(Field.DONE, "done, gedaan, actie, action");
        names(Field.CHANGED, "changed, veranderd, gewijzigd");
        names(Field.TOLD_AT, "told at, teruggekoppeld op, replied at");
        names(Field.TOLD_CHANNEL, "told channel, teruggekoppeld via");
        names(Field.NOT_TOLD_REASON, "not told reason, reden geen terugkoppeling");
        names(Field.CLOSED_AT, "closed at, gesloten op, afgesloten op");
    }

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

    /** Whether it is the field's own name, or what XES calls it. */
    static boolean isOwn(Field field, String column) {
        return switch (field) {
            case DEPARTMENT -> column.equals("org:group");
            case AGENT -> column.equals("org:resource");
            default -> plain(column).equals(plain(field.code()));
        };
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
