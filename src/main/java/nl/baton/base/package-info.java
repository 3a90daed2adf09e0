/**
 * Words without a domain: periods, intervals, pages, ids, texts. Depends on no other module.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>JDBC, no JPA.</b> Every module writes its own SQL with {@code JdbcClient} and text blocks, in the dialect that
 *       H2 (MySQL mode) and MySQL 9 share. Touchpoints come by the hundred thousand and are read as aggregates; an
 *       object mapper would be in the way of both. {@link nl.baton.base.Ids} hands out ids in blocks, so that a batch
 *       knows its ids before it is written.
 *   <li><b>Instants are stored as UTC wall-clock time</b> ({@code DATETIME(6)}), see {@link nl.baton.base.UtcTime}: the
 *       same on every server, whatever its zone.
 *   <li><b>Texts are always message formats</b>, with and without arguments; apostrophes are typographic (’), so that
 *       nobody has to remember to double the straight one. A test watches over it.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Base",
        allowedDependencies = {})
package nl.baton.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
