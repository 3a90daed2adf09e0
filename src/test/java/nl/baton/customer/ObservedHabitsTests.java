package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.baton.customer.ContactHabits.Contact;
import nl.baton.department.OpeningHours;
import org.junit.jupiter.api.Test;

/** What is concluded of a customer's contacts, and when there are too few of them. */
class ObservedHabitsTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Test
    void the_channel_is_the_one_of_more_than_half() {
        assertThat(ObservedHabits.channel(contacts("phone", "Phone", "phone ", "mail", "mail")))
                .contains("phone");
        assertThat(ObservedHabits.channel(contacts("phone", "phone", "phone", "mail", "mail", "mail")))
                .isEmpty();
        assertThat(ObservedHabits.channel(contacts("phone", "phone", null, null, "mail")))
                .isEmpty();
    }

    @Test
    void fewer_than_five_contacts_say_nothing() {
        assertThat(ObservedHabits.channel(contacts("phone", "phone", "phone", "phone")))
                .isEmpty();
        assertThat(ObservedHabits.hours(contacts("phone", "phone", "phone", "phone"), ZONE))
                .isEmpty();
    }

    @Test
    void hours_are_the_fullest_blocks_that_hold_four_fifths_in_the_companys_zone() {
        var contacts = new ArrayList<Contact>();
        // Mondays and Wednesdays at seven in the evening, in winter and in summer, and once on a Sunday night
        for (String at : List.of(
                "2026-01-05T18:10:00Z",
                "2026-01-12T18:59:59Z",
                "2026-07-06T17:00:00Z",
                "2026-01-07T17:00:00Z",
                "2026-01-14T18:30:00Z",
                "2026-01-14T19:30:00Z",
                "2026-07-08T16:00:00Z",
                "2026-01-21T17:30:00Z",
                "2026-01-28T17:30:00Z",
                "2026-01-11T22:30:00Z")) {
            contacts.add(new Contact(Instant.parse(at), "phone"));
        }
        String hours = ObservedHabits.hours(contacts, ZONE).orElseThrow();

        assertThat(hours).isEqualTo("Mo,We 18:00-20:00");
        OpeningHours open = OpeningHours.parse(hours, ZONE);
        Instant monday = Instant.parse("2026-02-02T17:00:00Z");
        assertThat(open.between(monday, monday.plusSeconds(1))).hasSeconds(1);
    }

    @Test
    void blocks_that_touch_are_one_and_the_end_of_the_day_is_24() {
        assertThat(ObservedHabits.hours(
                        List.of(
                                contact("2026-01-05T20:30:00Z"),
                                contact("2026-01-05T19:30:00Z"),
                                contact("2026-01-05T21:30:00Z"),
                                contact("2026-01-05T22:30:00Z"),
                                contact("2026-01-05T22:40:00Z"),
                                contact("2026-01-05T22:50:00Z")),
                        ZONE))
                .contains("Mo 20:00-24:00");
    }

    private static Contact contact(String at) {
        return new Contact(Instant.parse(at), null);
    }

    private static List<Contact> contacts(String... channels) {
        var contacts = new ArrayList<Contact>();
        for (String channel : channels) {
            contacts.add(new Contact(Instant.parse("2026-01-05T10:00:00Z"), channel));
        }
        return contacts;
    }
}
