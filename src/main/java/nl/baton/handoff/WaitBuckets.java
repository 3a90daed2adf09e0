package nl.baton.handoff;

/**
 * Logarithmic buckets for waits: whole counts that add up and subtract exactly, and give quantiles within 1 % (Masson,
 * Rim, Lee: "DDSketch", VLDB 2019). Bucket 0 holds waits below a second.
 */
final class WaitBuckets {

    private static final double ACCURACY = 0.01;
    private static final double BASE = (1 + ACCURACY) / (1 - ACCURACY);
    static final double LOG_BASE = Math.log(BASE);

    private WaitBuckets() {}

    static int of(long waitMillis) {
        return waitMillis < 1000 ? 0 : 1 + (int) Math.ceil(Math.log(waitMillis / 1000.0) / LOG_BASE);
    }

    /** The wait that stands for a bucket, in milliseconds: at most 1 % from any wait in it. */
    static double middle(int bucket) {
        return bucket == 0 ? 0 : 2000 * Math.pow(BASE, bucket - 1) / (BASE + 1);
    }
}
