package nl.baton.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a search for a customer may begin with: the name from any of its words on, and the postcode. */
final class Beginnings {

    enum Kind {
        NAME,
        POSTCODE
    }

    /** A text in small letters. */
    record Beginning(Kind kind, String text) {}

    private Beginnings() {}

    static List<Beginning> of(NewCustomer customer) {
        String name = customer.name();
        var beginnings = new ArrayList<>(IntStream.range(0, name.length())
                .filter(i -> i == 0 || name.charAt(i - 1) == ' ')
                .mapToObj(i -> new Beginning(Kind.NAME, plain(name.substring(i))))
                .toList());
        Address address = customer.address();
        String postcode = address == null ? null : address.postcode();
        if (postcode != null) {
            beginnings.add(new Beginning(Kind.POSTCODE, plain(postcode)));
        }
        return beginnings;
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
