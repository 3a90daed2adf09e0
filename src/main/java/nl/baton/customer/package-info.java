/**
 * The customer: one shared profile, its identities, and the search that finds it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Matching needs no migration of what is stored.</b> An index leads to what is written alike, and the form that
 *       all notations of an identity share is computed when it is compared ({@code IdentityForms}). Who claims what, on
 *       the other hand, is stored by form; {@code CustomerUpkeep} computes it behind the scenes, for everybody once after
 *       an upgrade or when the region of phone numbers is set otherwise.
 *   <li><b>Nobody is merged in silence.</b> Two described customers with one identity are a conflict for a steward. Who is
 *       only named, by an e-mail address or a phone number, has said nothing that could contradict: the first source that
 *       describes a new customer with it takes that customer over. One who is known by two such details at once keeps the
 *       second as another customer, until customers can be merged.
 *   <li><b>Claims and fields follow within seconds</b>, computed by one node at a time from what is stored, so that the
 *       order of arrival makes no difference and intake pays one row for it. Totals of quality are kept as differences.
 *   <li><b>What was taken down here stands beside what sources state</b>, in tables of its own: a source that sends its
 *       statement again does not wipe it out; of two the latest holds.
 *   <li><b>Age is counted in days</b> from the day of verification, else of the statement; the source's own number is a
 *       key, no field.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"base", "base :: ui", "security", "department"})
package nl.baton.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
