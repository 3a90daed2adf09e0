package nl.baton.customer;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.customer.ContactHabits.Contact;

/**
 * What can be concluded from a customer's contacts of the last twelve months, from five on: the channel of more than half
 * of them, and the two-hour blocks of the week that hold 80 % of them, the fullest first.
 */
final class ObservedHabits {

    static final int LEAST = 5;
    private static final int BLOCK_HOURS = 2;
    private static final double SHARE = 0.8;
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private ObservedHabits() {}

    /** Two hours of a day of the week. */
    private record Block(DayOfWeek day, int hour) implements Comparable<Block> {

        static Block of(ZonedDateTime moment) {
            return new Block(moment.getDayOfWeek(), moment.getHour() / BLOCK_HOURS * BLOCK_HOURS);
        }

        @Override
        public int compareTo(Block other) {
            return Comparator.comparing(Block::day).thenComparing(Block::hour).compare(this, other);
        }
    }

    /** As the source that used it last writes it. */
    static Optional<String> channel(List<Contact> contacts) {
        if (contacts.size() < LEAST) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> written = new HashMap<>();
        for (Contact contact : contacts) {
            String channel = contact.channel();
            if (channel != null && !channel.isBlank()) {
                String same = channel.strip().toLowerCase(Locale.ROOT);
                counts.merge(same, 1, Integer::sum);
                written.putIfAbsent(same, channel.strip());
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > contacts.size())
                .map(entry -> written.getOrDefault(entry.getKey(), entry.getKey()))
                .findFirst();
    }

    /** As opening hours are written; of blocks with as many contacts the earlier in the week goes first. */
    static Optional<String> hours(List<Contact> contacts, ZoneId zone) {
        if (contacts.size() < LEAST) {
            return Optional.empty();
        }
        Map<Block, Integer> counts = new TreeMap<>();
        contacts.forEach(contact -> counts.merge(Block.of(contact.at().atZone(zone)), 1, Integer::sum));
        var fullest = new ArrayList<>(counts.entrySet());
        fullest.sort(Map.Entry.<Block, Integer>comparingByValue().reversed());
        var chosen = new TreeSet<Block>();
        int held = 0;
        for (Map.Entry<Block, Integer> entry : fullest) {
            if (held >= SHARE * contacts.size()) {
                break;
            }
            chosen.add(entry.getKey());
            held += entry.getValue();
        }
        return Optional.of(written(chosen));
    }

    /** Days with the same hours together, blocks that touch as one. */
    private static String written(Collection<Block> blocks) {
        Map<DayOfWeek, List<int[]>> spans = new TreeMap<>();
        for (Block block : blocks) {
            List<int[]> day = spans.computeIfAbsent(block.day, none -> new ArrayList<>());
            if (!day.isEmpty() && day.getLast()[1] == block.hour) {
                day.getLast()[1] = block.hour + BLOCK_HOURS;
            } else {
                day.add(new int[] {block.hour, block.hour + BLOCK_HOURS});
            }
        }
        Map<String, List<String>> days = new LinkedHashMap<>();
        spans.forEach((day, hours) -> days.computeIfAbsent(
                        hours.stream()
                                .map(span -> "%02d:00-%02d:00".formatted(span[0], span[1]))
                                .collect(Collectors.joining(",")),
                        none -> new ArrayList<>())
                .add(DAYS.get(day.ordinal())));
        return days.entrySet().stream()
                .map(entry -> String.join(",", entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
