package io.github.kazoomock.server.faults;

import java.util.Random;

/** How long an answer is kept back, in milliseconds of real time. */
public sealed interface Delay {
    /** The longest of all delays: ten minutes. */
    long MOST = 600_000;

    long draw(Random random);

    /** Always the same; 0 for none. */
    record Fixed(long milliseconds) implements Delay {
        @Override
        public long draw(Random random) {
            return milliseconds;
        }
    }

    /** Anything between two bounds, both included. */
    record Uniform(long least, long most) implements Delay {
        @Override
        public long draw(Random random) {
            return least + (long) (random.nextDouble() * (most - least + 1));
        }
    }

    /**
     * Mostly near the median, at times far above, as in real networks.
     *
     * @param sigma how far: 0.5 makes one in forty more than 2.6 times the median
     */
    record LogNormal(double median, double sigma) implements Delay {
        @Override
        public long draw(Random random) {
            return Math.min(MOST, Math.round(median * Math.exp(sigma * random.nextGaussian())));
        }
    }
}
