package nl.baton.department;

/**
 * A department of the company.
 *
 * @param slot its colour, from 1 on, given in order of creation and kept for ever; the ninth shares the first's, striped
 * @param confirmed false while only an import has named it
 */
public record Department(long id, String code, String name, int slot, boolean confirmed, OpeningHours hours) {}
