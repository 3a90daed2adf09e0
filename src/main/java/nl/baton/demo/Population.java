package nl.baton.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import org.jspecify.annotations.Nullable;

/**
 * The customers of Zonnewind. None of them can be reached: mobile numbers begin with 06 0 and fixed ones go on with 000,
 * which the Dutch numbering plan gives to nobody, and mail goes to a domain for examples.
 */
final class Population {

    static final int SIZE = 2000;
    /** So many of them came in the last two years, and so have a journey about switching. */
    private static final double NEW = 0.25;

    private static final double COMPANIES = 0.05;

    private final Names names;
    private final RandomGenerator random;
    private final LocalDate first;
    private final LocalDate present;
    private final Set<String> mails = new HashSet<>();

    Population(Names names, RandomGenerator random, LocalDate first, LocalDate present) {
        this.names = names;
        this.random = random;
        this.first = first;
        this.present = present;
    }

    /** All customers; the first is Annelies. */
    List<NewCustomer> people() {
        var people = new ArrayList<NewCustomer>(SIZE);
        people.add(AnneliesStory.annelies());
        for (int i = 1; i < SIZE; i++) {
            people.add(random.nextDouble() < COMPANIES ? company(i) : person(i));
        }
        return List.copyOf(people);
    }

    private NewCustomer person(int i) {
        Names.Person person = names.person(random);
        Names.Place place = names.place(random);
        String mail = mail(Names.plain(person.first()) + "." + Names.plain(person.last()), i);
        var identities = new ArrayList<Identity>();
        identities.add(new Identity(Identity.Kind.PHONE, mobile(i), null));
        if (random.nextInt(20) > 0) {
            identities.add(new Identity(Identity.Kind.EMAIL, mail, null));
        }
        if (random.nextInt(3) == 0) {
            identities.add(new Identity(Identity.Kind.LOYALTY, "ZP" + (7_000_000 + i * 37), null));
        }
        LocalDate birth = present.minusDays(365L * 22 + random.nextInt(365 * 62));
        return customer(i, NewCustomer.Kind.PERSON, person.full(), birth, place, identities);
    }

    private NewCustomer company(int i) {
        String name = names.company(random);
        String mail = mail("info." + Names.plain(name), i);
        var identities = List.of(
                new Identity(Identity.Kind.PHONE, fixed(i), null), new Identity(Identity.Kind.EMAIL, mail, null));
        return customer(i, NewCustomer.Kind.COMPANY, name, null, names.place(random), identities);
    }

    private NewCustomer customer(
            int i,
            NewCustomer.Kind kind,
            String name,
            @Nullable LocalDate birth,
            Names.Place place,
            List<Identity> identities) {
        LocalDate since = since();
        return NewCustomer.of(Zonnewind.SOURCE, String.valueOf(40_100_000 + i * 433), kind, name)
                .birthDate(birth)
                .address(place.street(), place.postcode(), place.city())
                .since(since)
                .identities(identities)
                .consents(Permissions.of(i, since, present))
                .build();
    }

    private LocalDate since() {
        if (random.nextDouble() < NEW) {
            long days = present.toEpochDay() - first.toEpochDay() - 7;
            return first.plusDays(random.nextInt((int) days));
        }
        return first.minusDays(1 + random.nextInt(365 * 11));
    }

    private String mail(String name, int i) {
        return mails.add(name) ? name + "@voorbeeld.nl" : name + i + "@voorbeeld.nl";
    }

    private String mobile(int i) {
        return "06 0%03d %04d".formatted(100 + random.nextInt(900), (i * 7 + 1234) % 10000);
    }

    private String fixed(int i) {
        String[] areas = {"010", "020", "030", "033", "038", "040", "050", "070"};
        return "%s 000 %04d".formatted(areas[random.nextInt(areas.length)], (i * 7 + 1234) % 10000);
    }
}
