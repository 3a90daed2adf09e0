/**
 * The department's own screen, and where each role starts. A department is data: a new one has its workspace at once.
 *
 * <p>The workspace is for the department's own people, agents and leads, and for executives, who may choose any department
 * and see what they see elsewhere: masked names, and totals of feedback. It asks the services of {@code handoff}, which
 * hold to that; nothing is read here that they do not give.
 *
 * <p>"What we break" and "what we suffer" go by the end of the lane at which the cause of a breakdown lies, as
 * {@link nl.baton.handoff.BreakdownCause} has it: a late pick-up, a chase, asking again, a refusal and an overrun lie with
 * the receiver, missing facts and giving back with the passer. What shows only later lies with neither alone, and is on
 * the lane's page. Both count judged handoffs of the last 28 days, once for each rule. "Feedback about us" is what we own,
 * and what was said of a journey of which the last pick-up before it was ours.
 *
 * <p>What waits is live; the other parts are of the moment at which the screen was opened.
 */
@NullMarked
@ApplicationModule(
        displayName = "Workspace",
        allowedDependencies = {
            "base",
            "base :: ui",
            "security",
            "department",
            "customer",
            "customer :: ui",
            "journey",
            "feedback",
            "handoff",
            "handoff :: ui"
        })
package nl.baton.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
