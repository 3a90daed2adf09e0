package nl.baton.department;

/**
 * A department of the company.
 *
 * @param slot its colour, 1 to 8, given in order of creation and kept for ever
 * @param striped whether it shares that colour with an earlier department
 * @param confirmed false while only an import has named it
 */
public record Department(
        long id, String code, String name, int slot, boolean striped, boolean confirmed, OpeningHours hours) {}
