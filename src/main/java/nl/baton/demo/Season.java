package nl.baton.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** When journeys begin: by the months of their kind, the day of the week, and the hour. */
final class Season {

    private static final double[] WEEKDAYS = {1.0, 1.05, 1.0, 1.0, 0.95, 0.3, 0.2};
    /** From 07:00; mornings are busiest, and after supper there is a second peak. */
    private static final int[] HOURS = {2, 6, 10, 12, 10, 7, 8, 9, 8, 7, 6, 4, 6, 7, 5, 2};

    private final LocalDate first;
    private final double[] upTo;

    /** @param months the weight of each month, from January */
    Season(String months, LocalDate first, LocalDate end) {
        int[] weights =
                Arrays.stream(months.split(" ")).mapToInt(Integer::parseInt).toArray();
        this.first = first;
        this.upTo = new double[(int) (end.toEpochDay() - first.toEpochDay())];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            LocalDate day = first.plusDays(i);
            double weight = weights[day.getMonthValue() - 1]
                    * WEEKDAYS[day.getDayOfWeek().getValue() - 1];
            sum += isHoliday(day) ? weight / 8 : weight;
            upTo[i] = sum;
        }
    }

    /** A day and an hour at which a journey of this kind begins. */
    Instant opening(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        LocalDate day = first.plusDays(Math.min(found < 0 ? -found - 1 : found, upTo.length - 1));
        return day.atTime(customersHour(random)).atZone(Desk.ZONE).toInstant();
    }

    static LocalTime customersHour(RandomGenerator random) {
        int pick = random.nextInt(Arrays.stream(HOURS).sum());
        int hour = 0;
        while (pick >= HOURS[hour]) {
            pick -= HOURS[hour++];
        }
        return LocalTime.of(7 + hour, random.nextInt(60), random.nextInt(60));
    }

    private static boolean isHoliday(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return date == 101 || date == 427 || date == 1225 || date == 1226 || date == 1231;
    }

    /** Some time in the morning of the next working day. */
    static Instant workingMorning(Instant day, RandomGenerator random) {
        ZonedDateTime moment =
                day.atZone(Desk.ZONE).plusDays(1).with(LocalTime.of(8 + random.nextInt(4), 15 * random.nextInt(4)));
        while (moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY) {
            moment = moment.plusDays(1);
        }
        return moment.toInstant();
    }

    /** The same time on the working day before. */
    static Instant workingDayBefore(Instant moment) {
        ZonedDateTime day = moment.atZone(Desk.ZONE).minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day.toInstant();
    }
}
