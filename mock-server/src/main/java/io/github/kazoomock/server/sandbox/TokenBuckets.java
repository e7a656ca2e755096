package io.github.kazoomock.server.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Crossbar's rate limit: 100 tokens a bucket, 10 more each second (core sheet 7.6, decisions H11 and H12).
 *
 * <p>Where limits are not enforced nothing is kept: each charge is shown as if from a full bucket.
 */
public final class TokenBuckets {
    private static final int FULL = 100;
    private static final int REFILL_PER_SECOND = 10;
    private static final int MOST_BUCKETS = 10_000;

    private final boolean enforced;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    private record Bucket(int tokens, long second) {}

    /**
     * What a charge left in the bucket.
     *
     * @param granted false when there were too few tokens
     */
    public record Charge(boolean granted, int consumed, int remaining) {
        public static final Charge NONE = new Charge(true, 0, 0);
    }

    TokenBuckets(boolean enforced) {
        this.enforced = enforced;
    }

    /**
     * Takes tokens from the bucket of this key.
     *
     * @param earlier what the same request was charged before
     * @param always even where limits are not enforced
     */
    public Charge charge(String key, Charge earlier, int cost, Instant now, boolean always) {
        int consumed = earlier.consumed + cost;
        if (!enforced && !always) {
            return new Charge(true, consumed, FULL - consumed);
        }
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(key, new Bucket(FULL, now.getEpochSecond()));
            long seconds = Math.max(0, now.getEpochSecond() - bucket.second);
            int tokens = (int) Math.min(FULL, bucket.tokens + seconds * REFILL_PER_SECOND);
            boolean granted = tokens >= cost;
            int left = granted ? tokens - cost : tokens;
            buckets.put(key, new Bucket(left, now.getEpochSecond()));
            if (buckets.size() > MOST_BUCKETS) {
                buckets.remove(buckets.keySet().iterator().next());
            }
            return new Charge(granted, granted ? consumed : earlier.consumed, left);
        }
    }

    void clear() {
        synchronized (buckets) {
            buckets.clear();
        }
    }
}
