package nl.baton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nl.baton.customer.Address;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import org.jspecify.annotations.Nullable;

/** What people type to find somebody, and what the field asks on the way there. */
final class Scraps {

    /** Kinds of scraps, of which some are slower than others. */
    enum Kind {
        BEGINNING("beginning of a name, two letters"),
        TYPING("beginning of a name, three to five letters"),
        SURNAME("surname"),
        FULL_NAME("full name"),
        MISTYPED("full name with a typing error"),
        SURNAME_MISTYPED("surname with a typing error"),
        PARTICLES("surname with shortened particles"),
        INITIAL("surname, particles and initial"),
        E_MAIL("beginning of an e-mail address"),
        WHOLE_E_MAIL("e-mail address"),
        PHONE("phone number in another notation"),
        ADDRESS("postcode and house number"),
        CASE("case number"),
        NUMBER("customer number");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private Scraps() {}

    /**
     * Empty where the customer has nothing of the kind.
     *
     * @param caseNumber one of the customer's; null when there is none
     */
    static Optional<String> of(Kind kind, NewCustomer customer, @Nullable String caseNumber, Random random) {
        String name = customer.name();
        String last = name.substring(name.indexOf(' ') + 1);
        Address address = customer.address();
        String said = switch (kind) {
            case BEGINNING -> beginning(random.nextBoolean() ? name : telling(last), 2);
            case TYPING -> beginning(random.nextBoolean() ? name : telling(last), 3 + random.nextInt(3));
            case SURNAME -> last;
            case FULL_NAME -> random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT);
            case MISTYPED -> mistyped(name, random);
            case SURNAME_MISTYPED -> mistyped(telling(last), random);
            case PARTICLES -> last.replaceFirst("^van de[nr]? ", "vd ").replaceFirst("^van ", "v ");
            case INITIAL -> last.toLowerCase(Locale.ROOT) + " " + Character.toLowerCase(name.charAt(0));
            case E_MAIL ->
                value(customer, Identity.Kind.EMAIL)
                        .map(mail -> mail.substring(0, Math.min(mail.length(), 4 + random.nextInt(14))))
                        .orElse("");
            case WHOLE_E_MAIL ->
                value(customer, Identity.Kind.EMAIL)
                        .map(mail -> random.nextInt(4) == 0 ? mistyped(mail, random) : mail)
                        .orElse("");
            case PHONE ->
                value(customer, Identity.Kind.PHONE)
                        .map(phone -> dialled(phone, random))
                        .orElse("");
            case ADDRESS -> address == null ? "" : address(address, random);
            case CASE -> caseNumber == null ? "" : caseNumber;
            case NUMBER ->
                random.nextBoolean()
                        ? customer.externalId()
                        : customer.externalId().substring(1);
        };
        return said.length() < 2 ? Optional.empty() : Optional.of(said);
    }

    /** What the field asks while this is typed; few type so slowly that every letter is asked for. */
    static List<String> asTyped(String scrap, Random random) {
        var asked = new ArrayList<String>();
        for (int n = 2; n < scrap.length(); n += 1 + random.nextInt(4)) {
            asked.add(scrap.substring(0, n));
        }
        asked.add(scrap);
        return asked;
    }

    private static String telling(String last) {
        return last.substring(last.lastIndexOf(' ') + 1);
    }

    private static String beginning(String name, int letters) {
        return name.substring(0, Math.min(name.length(), letters));
    }

    private static Optional<String> value(NewCustomer customer, Identity.Kind kind) {
        return customer.identities().stream()
                .filter(identity -> identity.kind() == kind)
                .map(Identity::value)
                .findFirst();
    }

    /** A letter too few, another one, or two that changed places. */
    private static String mistyped(String text, Random random) {
        if (text.length() < 5) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 3);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    private static String dialled(String phone, Random random) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^(0031|31|0)", "");
        return switch (random.nextInt(4)) {
            case 0 -> "0" + digits;
            case 1 -> "+31 " + digits;
            case 2 -> "0031 " + digits.substring(0, 3) + "-" + digits.substring(3);
            default -> "(0" + digits.substring(0, 2) + ") " + digits.substring(2, 7);
        };
    }

    private static String address(Address address, Random random) {
        String postcode = String.valueOf(address.postcode());
        return switch (random.nextInt(4)) {
            case 0 -> postcode.replace(" ", "") + " " + address.houseNumber();
            case 1 -> postcode.toLowerCase(Locale.ROOT) + address.houseNumber();
            case 2 -> postcode;
            default -> postcode + " " + address.houseNumber();
        };
    }
}
