/**
 * What customers are worth, as plain maths: no Spring, no database.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Days in, weeks within.</b> Baton counts purchase days, so a customer is three whole numbers, and customers alike
 *       are fitted and looked ahead once. Rates are per week, as in the literature.
 *   <li><b>Gradients are derived by hand</b>, and every fit is in logarithms of its parameters, which are all positive.
 *       Sums over customers are taken in fixed pieces: the same result on any number of processors.
 *   <li><b>No hypergeometric function.</b> What BG/NBD expects is a mean over the chance to leave, and that mean is taken
 *       by the trapezoid rule over its logit, which is as exact and knows no forbidden parameters (see
 *       {@link nl.baton.value.model.BetaMean}). Tests hold it against the published closed form.
 *   <li><b>What cannot be said has a {@link nl.baton.value.model.Ground}</b>, never a NaN.
 * </ul>
 */
@NullMarked
@NamedInterface("model")
package nl.baton.value.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
