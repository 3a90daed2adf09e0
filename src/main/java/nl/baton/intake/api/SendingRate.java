package nl.baton.intake.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import nl.baton.security.CurrentUserProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How fast one token may send. How many items a batch has is known only when it has been read, so a batch is taken as
 * long as there is anything left, and may leave a debt that the next one has to wait for.
 */
@Component
class SendingRate {

    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final IntakeLimits limits;
    private final CurrentUserProvider asking;

    SendingRate(IntakeLimits limits, CurrentUserProvider asking) {
        this.limits = limits;
        this.asking = asking;
    }

    /** What is left for the token that asks. */
    Allowance allowance() {
        return new Allowance(buckets.get(
                asking.get().id(),
                id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(limits.burst())
                                .refillGreedy(limits.itemsPerSecond(), Duration.ofSeconds(1)))
                        .build()));
    }

    /** One token's, shared by all that it sends at the same time. */
    static final class Allowance {
        private final Bucket bucket;

        private Allowance(Bucket bucket) {
            this.bucket = bucket;
        }

        /** @throws IntakeRefusal while earlier batches are to be waited for */
        void check() {
            Duration wait = debt();
            if (wait.isPositive()) {
                throw IntakeRefusal.later(HttpStatus.TOO_MANY_REQUESTS, wait, null, "intake.api.too-fast");
            }
        }

        void spend(int items) {
            bucket.consumeIgnoringRateLimits(Math.max(1, items));
        }

        /** How long until something may be sent again. */
        Duration debt() {
            return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
    }
}
