package nl.baton.value.model;

/** A log-likelihood, of the logarithms of parameters that are all positive. */
interface Likelihood {

    /** How many parameters there are. */
    int parameters();

    /** How many customers it is of. */
    long customers();

    /**
     * The log-likelihood at these logarithms of the parameters.
     *
     * @param gradient is filled with its derivatives by the same logarithms
     */
    double at(double[] logarithms, double[] gradient);
}
