/**
 * What comes in from outside: files and, through the API, touchpoints. Bad rows go to quarantine, never away.
 *
 * <p>{@code read} knows files and their rows, {@code mapping} makes touchpoints of rows, and both know neither Spring
 * nor a database. Here is what happens with them: an import reads its file twice. The first time it only proves that
 * the file is whole, and counts; the second time it stores, in <em>one</em> transaction for the whole file, and in the
 * same transaction says that it has. So whatever ends it before, a cancellation, an error, a power cut, leaves nothing
 * behind, and what is behind it stays. Handoffs are computed after that, in small transactions that can be taken up
 * again.
 *
 * <p>One import at a time: a second one beside it would wait for the same departments and journeys anyway.
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "base",
            "base :: ui",
            "security",
            "department",
            "customer",
            "journey",
            "handoff",
            "value",
            "feedback"
        })
package nl.baton.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
