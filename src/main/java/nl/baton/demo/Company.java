package nl.baton.demo;

import java.time.Instant;
import java.util.List;
import nl.baton.customer.NewCustomer;
import nl.baton.department.NewDepartment;
import nl.baton.feedback.NewFeedback;
import nl.baton.journey.NewJourneyType;
import nl.baton.journey.NewTouchpoint;

/**
 * A whole company: what it is, what happened there, and what of it is broken.
 *
 * @param present the moment up to which it is told: the beginning of the present week
 * @param batches touchpoints as they come in: a few late, a few twice
 * @param broken every handoff that breaks a rule, planted or not
 * @param openPasses every pass that nobody had begun by the present
 */
record Company(
        Instant present,
        List<NewDepartment> departments,
        List<NewJourneyType> journeyTypes,
        List<NewCustomer> customers,
        Accounts accounts,
        List<List<NewTouchpoint>> batches,
        List<Plant> plants,
        List<BrokenHandoff> broken,
        List<OpenPass> openPasses,
        List<NearMiss> nearMisses,
        List<NewFeedback> feedback,
        List<Course> courses,
        Delivery.Disorder disorder) {}
