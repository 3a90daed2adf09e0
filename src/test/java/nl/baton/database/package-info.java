/**
 * The two databases that Baton runs on. A {@link nl.baton.database.DatabaseTest} runs on both: on the embedded H2, and in
 * a round of its own on MySQL, at {@code BATON_TEST_MYSQL_URL}.
 */
package nl.baton.database;
