package nl.baton.value.model;

/** What BG/NBD expects as the paper has it, with Gauss' hypergeometric function summed term by term. */
final class ClosedForm {

    private ClosedForm() {}

    /** Equation (10). */
    static double expected(BgNbd model, double weeks, int x, int recency, int age) {
        double tx = recency / 7.0;
        double time = age / 7.0;
        double alpha = model.alpha();
        double a = model.a();
        double b = model.b();
        double s = model.r() + x;
        double first = (a + b + x - 1)
                / (a - 1)
                * (1
                        - Math.pow((alpha + time) / (alpha + time + weeks), s)
                                * gauss(s, b + x, a + b + x - 1, weeks / (alpha + time + weeks)));
        double left = x == 0 ? 0 : a / (b + x - 1) * Math.pow((alpha + time) / (alpha + tx), s);
        return first / (1 + left);
    }

    static double gauss(double a, double b, double c, double z) {
        double sum = 1;
        double term = 1;
        for (int n = 0; n < 100_000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
