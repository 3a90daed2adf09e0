package nl.baton.bench;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.baton.customer.Address;
import nl.baton.customer.Consent;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;

/** The customers of the company that never was; who somebody is follows from the number alone. */
final class ScalePeople {

    static final String SOURCE = "crm";

    /** An odd number, so that nobody shares a phone with another but the households that do. */
    private static final long SPREAD = 0x9E3779B1L;

    private static final int MOBILES = 1 << 25;
    private static final int ONE_HOUSEHOLD_IN = 200;
    private static final Instant EPOCH = Instant.parse("2020-01-01T09:00:00Z");

    private static final List<String> CITIES = List.of(
            "Amsterdam",
            "Rotterdam",
            "Den Haag",
            "Utrecht",
            "Eindhoven",
            "Groningen",
            "Tilburg",
            "Almere",
            "Breda",
            "Nijmegen",
            "Apeldoorn",
            "Arnhem",
            "Haarlem",
            "Amersfoort",
            "Enschede",
            "Zaanstad",
            "’s-Hertogenbosch",
            "Zwolle",
            "Leiden",
            "Maastricht",
            "Dordrecht",
            "Ede",
            "Leeuwarden",
            "Alkmaar",
            "Emmen",
            "Delft",
            "Venlo",
            "Deventer",
            "Helmond",
            "Hilversum",
            "Oss",
            "Hoorn",
            "Roosendaal",
            "Gouda",
            "Assen",
            "Zoetermeer",
            "Vlaardingen",
            "Middelburg",
            "Zeist",
            "Veenendaal",
            "Doetinchem",
            "Hoogeveen",
            "Sneek",
            "Terneuzen",
            "Goes",
            "Meppel",
            "Tiel",
            "Winterswijk",
            "Bussum",
            "Zierikzee");
    private static final List<String> STREETS = List.of(
            "Dorpsstraat",
            "Kerkstraat",
            "Schoolstraat",
            "Molenweg",
            "Julianastraat",
            "Beatrixlaan",
            "Stationsweg",
            "Nieuwstraat",
            "Hoofdstraat",
            "Wilhelminastraat",
            "Parallelweg",
            "Kastanjelaan",
            "Eikenlaan",
            "Beukenlaan",
            "Lindelaan",
            "Burgemeester" + " de Vosstraat",
            "Rembrandtstraat",
            "Vondelstraat",
            "Oude Haven",
            "Havenkade",
            "Markt",
            "Prins Bernhardplein",
            "Meidoornstraat",
            "Zonnebloemstraat",
            "Merelstraat",
            "Van Goghlaan",
            "Industrieweg",
            "Singel",
            "Achterweg",
            "Zandpad");
    private static final List<String> MAIL = List.of(
            "voorbeeld.example",
            "postvak.example",
            "thuis.example",
            "post.example.nl",
            "mail.example.org",
            "kantoor.example");
    private static final List<String> CHANNELS = List.of("phone", "email", "app", "chat", "letter");
    private static final List<String> HOURS =
            List.of("Mo-Fr 18:00-21:00", "Mo-Fr 09:00-12:00", "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "Sa-Su 10:00-17:00");
    private static final List<String> PURPOSES = List.of("nieuwsbrief", "aanbiedingen", "onderzoek", "telefonisch");

    private ScalePeople() {}

    static NewCustomer person(int number) {
        var random = new Random(mixed(number));
        String first = DutchNames.first(random);
        String last = DutchNames.last(random);
        String name = DutchNames.full(first, last, random);
        Instant stated = statedAt(number);
        return NewCustomer.of(SOURCE, "K" + (100_000 + number), NewCustomer.Kind.PERSON, name)
                .birthDate(
                        random.nextInt(30) == 0
                                ? null
                                : LocalDate.of(1935, 1, 1).plusDays(random.nextInt(26_000)))
                .address(address(random))
                .since(LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6_500)))
                .identities(identities(number, first, last, stated, random))
                .preferences(preferences(stated, random))
                .consents(consents(stated, random))
                .build();
    }

    /** What begins with seeds that differ by as much each time goes on alike: these differ in all their bits. */
    private static long mixed(long number) {
        long bits = (number + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    /** When the source said so. */
    static Instant statedAt(int number) {
        return EPOCH.plus(Math.floorMod(number * SPREAD, 2_300), ChronoUnit.DAYS);
    }

    private static Address address(Random random) {
        String city = DutchNames.frequent(CITIES, random);
        String postcode = (1000 + Math.floorMod(city.hashCode(), 8_900) + random.nextInt(90)) + " "
                + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        String house = (1 + random.nextInt(random.nextInt(250) + 1)) + (random.nextInt(12) == 0 ? " A" : "");
        return new Address(DutchNames.frequent(STREETS, random), house, postcode, city, "NL");
    }

    private static List<Identity> identities(int number, String first, String last, Instant stated, Random random) {
        var identities = new ArrayList<Identity>();
        Instant verified = random.nextInt(3) == 0 ? stated.plus(random.nextInt(300), ChronoUnit.DAYS) : null;
        if (random.nextInt(10) > 0) {
            String name = random.nextBoolean() ? first : first.substring(0, 1);
            String before = plain(name) + (random.nextInt(4) == 0 ? "" : ".") + plain(last);
            // one in a hundred was taken down wrongly
            String at = random.nextInt(100) == 0 ? " " : "@";
            String mail = before + number + at + DutchNames.frequent(MAIL, random);
            identities.add(new Identity(Identity.Kind.EMAIL, mail, null, verified));
        }
        if (random.nextInt(20) > 0) {
            identities.add(new Identity(Identity.Kind.PHONE, mobile(household(number), random), null, verified));
        }
        if (random.nextInt(4) == 0) {
            int local = (int) (2_000_000 + (number * SPREAD & (1 << 22) - 1));
            String area = List.of("020", "010", "030", "070", "040", "050").get(random.nextInt(6));
            identities.add(new Identity(Identity.Kind.PHONE, area + (random.nextBoolean() ? "-" : " ") + local, null));
        }
        if (random.nextInt(3) == 0) {
            identities.add(new Identity(Identity.Kind.LOYALTY, "LK-%08d".formatted(number * 37L), null));
        }
        return identities;
    }

    /** Some share a phone with who comes before them. */
    private static int household(int number) {
        return number % ONE_HOUSEHOLD_IN == 1 ? number - 1 : number;
    }

    private static String mobile(int number, Random random) {
        String digits = Long.toString(10_000_000 + (number * SPREAD & MOBILES - 1));
        return switch (random.nextInt(5)) {
            case 0 -> "06" + digits;
            case 1 -> "06-" + digits;
            case 2 -> "+31 6 " + digits;
            case 3 -> "0031 6 " + digits.substring(0, 4) + " " + digits.substring(4);
            default -> "06 " + digits.replaceAll("(..)(?=.)", "$1 ");
        };
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Preference> preferences(Instant stated, Random random) {
        var preferences = new ArrayList<Preference>();
        if (random.nextInt(5) < 2) {
            preferences.add(stated(Preference.Kind.CHANNEL, DutchNames.frequent(CHANNELS, random), stated));
        }
        if (random.nextInt(5) == 0) {
            preferences.add(stated(Preference.Kind.HOURS, DutchNames.frequent(HOURS, random), stated));
        }
        if (random.nextInt(8) == 0) {
            preferences.add(stated(Preference.Kind.LANGUAGE, random.nextInt(3) == 0 ? "nl" : "en", stated));
        }
        return preferences;
    }

    private static Preference stated(Preference.Kind kind, String value, Instant from) {
        return new Preference(kind, value, from, null, Preference.Origin.STATED);
    }

    private static List<Consent> consents(Instant stated, Random random) {
        var consents = new ArrayList<Consent>();
        for (String purpose : PURPOSES) {
            if (random.nextInt(3) == 0) {
                Instant until = random.nextInt(4) == 0 ? stated.plus(1_460, ChronoUnit.DAYS) : null;
                consents.add(new Consent(purpose, random.nextInt(3) > 0, stated, SOURCE, until));
            }
        }
        return consents;
    }
}
