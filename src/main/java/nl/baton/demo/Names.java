package nl.baton.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Names of people, companies and places, drawn from {@code names.txt}. */
final class Names {

    record Person(String first, String last) {

        String full() {
            return first + ' ' + last;
        }
    }

    record Place(String street, String postcode, String city) {}

    private static final String LETTERS = "ABCDEGHJKLMNPRSTVWXZ";

    private final Map<String, List<String>> lists;

    private Names(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    static Names read() {
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"), "names.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var lists = new HashMap<String, List<String>>();
            List<String> current = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    current = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
            return new Names(lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pick(String list, RandomGenerator random) {
        List<String> all = lists.getOrDefault(list, List.of());
        return all.get(random.nextInt(all.size()));
    }

    Person person(RandomGenerator random) {
        return new Person(pick("first", random), pick("last", random));
    }

    String company(RandomGenerator random) {
        return pick("company", random)
                .replace("{first}", pick("first", random))
                .replace("{last}", pick("last", random))
                .replace("{street}", pick("street", random));
    }

    /** A street that does not exist, in a city that does, with a postcode of that city. */
    Place place(RandomGenerator random) {
        String city = pick("city", random);
        String[] parts = city.split(" (?=\\d)");
        int low = Integer.parseInt(parts[1]);
        int high = Integer.parseInt(parts[2]);
        String postcode = "%d %c%c"
                .formatted(
                        low + random.nextInt(high - low + 1),
                        LETTERS.charAt(random.nextInt(LETTERS.length())),
                        LETTERS.charAt(random.nextInt(LETTERS.length())));
        String street = pick("street", random) + pick("suffix", random) + ' ' + (1 + random.nextInt(180));
        return new Place(street, postcode, parts[0]);
    }

    /** What a name looks like in an e-mail address. */
    static String plain(String name) {
        return Normalizer.normalize(name.replace('ı', 'i'), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(" ", "");
    }
}
