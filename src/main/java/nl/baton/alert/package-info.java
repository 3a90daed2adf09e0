/**
 * What Baton itself tells people: a pass that nobody picked up, a pact that was breached, a lane that worsened. A module of
 * its own, since it knows people, mail and time, which the workspace does not.
 *
 * <p>Nothing is told twice: what an alert is about is unique in the database, and whoever looks for news holds a row while
 * looking. A node looks at a time, by db-scheduler, and only for what happened in the last seven days, so that a history
 * that is imported does not shout.
 *
 * <p>A mail bundles what is due for one person, and each person's mail is a piece of work of its own, which waits longer
 * after each failure and holds up nobody else's. What is to be sent is claimed first and sent then: when a node falls away
 * in between, it is not known whether the mail went, and it is not sent again; the alert stands in Baton all the same. A
 * mail names the journey and its case, and never the customer.
 *
 * <p>A lane has worsened when its breakdown rate of the last 28 days is higher than that of the 28 before by more than
 * chance: a one-sided two-proportion z-test of each lane with at least 30 judged handoffs in both, and of all these lanes
 * together those that {@link nl.baton.alert.FalseDiscovery Benjamini and Hochberg} leave at 5 %. The same lane is told of
 * again after 28 days at the earliest.
 */
@NullMarked
@ApplicationModule(
        displayName = "Alerts",
        allowedDependencies = {
            "base",
            "base :: ui",
            "security",
            "department",
            "customer",
            "customer :: ui",
            "journey",
            "handoff",
            "handoff :: ui"
        })
package nl.baton.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
