package nl.baton.handoff;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounds shares so that they add up: each is rounded down, and what is left goes to those that lost most by it (the
 * method of the largest remainder, A. Hamilton, 1792).
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /** Shares of the parts in so many units together; all zero where there is nothing to share. */
    static int[] shares(long[] parts, int units) {
        BigInteger total = IntStream.range(0, parts.length)
                .mapToObj(i -> BigInteger.valueOf(parts[i]))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new int[parts.length];
        if (total.signum() == 0) {
            return shares;
        }
        var remainders = new BigInteger[parts.length];
        int left = units;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] division = BigInteger.valueOf(parts[i])
                    .multiply(BigInteger.valueOf(units))
                    .divideAndRemainder(total);
            shares[i] = division[0].intValueExact();
            remainders[i] = division[1];
            left -= shares[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
