package nl.baton.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import nl.baton.customer.Address;
import nl.baton.customer.NewCustomer;

/** Chooses between alternative texts, and fills in what belongs to this journey and this customer. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM", Locale.forLanguageTag("nl-NL"))
            .withZone(Desk.ZONE);

    private final JourneyKind kind;
    private final String caseNumber;
    private final NewCustomer customer;
    private final RandomGenerator random;
    private final int amount;
    private String appointment = "volgende week";

    Wording(JourneyKind kind, String caseNumber, NewCustomer customer, RandomGenerator random) {
        this.kind = kind;
        this.caseNumber = caseNumber;
        this.customer = customer;
        this.random = random;
        this.amount = kind.isInstallation() ? 2400 + random.nextInt(5200) : 38 + random.nextInt(520);
    }

    void appointment(Instant at) {
        appointment = DAY.format(at);
    }

    String of(String alternatives) {
        String[] choices = alternatives.split("\\|");
        String text = choices[random.nextInt(choices.length)];
        return text.indexOf('{') < 0
                ? text
                : text.replace("{een product}", aProduct())
                        .replace("{product}", product())
                        .replace("{onderdeel}", part())
                        .replace("{nummer}", caseNumber)
                        .replace("{naam}", customer.name())
                        .replace("{plaats}", city())
                        .replace("{adres}", street())
                        .replace(
                                "{bedrag}",
                                "€ "
                                        + (amount >= 1000
                                                ? amount / 1000 + "." + "%03d".formatted(amount % 1000)
                                                : amount))
                        .replace("{afspraak}", appointment);
    }

    private String city() {
        Address address = customer.address();
        return address == null || address.city() == null ? "de gemeente" : address.city();
    }

    private String street() {
        Address address = customer.address();
        return address == null || address.street() == null ? "het adres" : address.street();
    }

    private String aProduct() {
        return kind == JourneyKind.SOLAR ? product() : "een " + product();
    }

    /** What is missing when the mechanic is there. */
    private String part() {
        return switch (kind) {
            case SOLAR -> "de omvormer";
            case BATTERY -> "de meetklem";
            case CHARGER -> "de laadkabel";
            default -> "de thermostaat";
        };
    }

    private String product() {
        return switch (kind) {
            case HEAT_PUMP -> "hybride warmtepomp";
            case SOLAR -> "zonnepanelen";
            case BATTERY -> "thuisbatterij";
            case CHARGER -> "laadpaal";
            case MAINTENANCE, FAULT -> "installatie";
            default -> "energiecontract";
        };
    }
}
