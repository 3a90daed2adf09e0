package nl.baton.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.baton.customer.Consent;

/** Who agreed to be written to, and for what; some have taken that back. Each by its own chance, so that nothing else changes. */
final class Permissions {

    static final String OFFERS = "aanbiedingen";
    static final String NEWS = "nieuwsbrief";

    private static final double OFFERS_AGREED = 0.7;
    private static final double NEWS_AGREED = 0.45;
    private static final double TAKEN_BACK = 0.12;

    private Permissions() {}

    /**
     * What the customer of this place in the population said last, for each purpose that it was asked about.
     *
     * @param since from when on it is a customer, and was asked
     * @param present after which nothing was said
     */
    static List<Consent> of(int place, LocalDate since, LocalDate present) {
        var random = new SplittableRandom(place);
        var said = new ArrayList<Consent>();
        ask(OFFERS, OFFERS_AGREED, since, present, random, said);
        ask(NEWS, NEWS_AGREED, since, present, random, said);
        return said;
    }

    private static void ask(
            String purpose,
            double agreed,
            LocalDate since,
            LocalDate present,
            SplittableRandom random,
            List<Consent> said) {
        boolean granted = random.nextDouble() < agreed;
        boolean takenBack = random.nextDouble() < TAKEN_BACK;
        int days = (int) (present.toEpochDay() - since.toEpochDay());
        int after = 1 + random.nextInt(Math.max(1, days - 1));
        LocalDate day = granted && takenBack && after < days ? since.plusDays(after) : since;
        said.add(new Consent(
                purpose,
                granted && day.equals(since),
                day.atTime(LocalTime.NOON).atZone(Desk.ZONE).toInstant(),
                Zonnewind.SOURCE,
                null));
    }
}
