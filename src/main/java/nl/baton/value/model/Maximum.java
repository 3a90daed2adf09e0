package nl.baton.value.model;

/**
 * The end of a search for the parameters that make what was seen most likely.
 *
 * @param iterations of the start that ended highest
 * @param evaluations of the likelihood and its gradient, all starts together
 * @param gradientNorm largest derivative by a parameter's logarithm, per customer
 * @param start which of the starts ended highest, from 0
 * @param starts how many there were
 * @param agreeing how many of them ended at the same place
 */
public record Maximum(
        double logLikelihood,
        int iterations,
        int evaluations,
        double gradientNorm,
        int start,
        int starts,
        int agreeing,
        Ending ending) {

    /** How a search ended. */
    public enum Ending {
        CONVERGED,
        /**
         * A parameter ran towards nothing or infinity until it made no difference any more. What is left is a simpler
         * model: customers who do not differ in something, or who never leave.
         */
        LIMIT,
        /** No step went higher any more, though the slope is not flat. */
        STALLED,
        TOO_MANY_ITERATIONS
    }

    /** The same of values in another unit. */
    Maximum less(double amount) {
        return new Maximum(
                logLikelihood - amount, iterations, evaluations, gradientNorm, start, starts, agreeing, ending);
    }

    public boolean converged() {
        return ending == Ending.CONVERGED || ending == Ending.LIMIT;
    }
}
