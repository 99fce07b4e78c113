package org.fengong.allocation.solver.core;

/** The xorshift64* generator (Marsaglia; Vigna): the same draws from the same seed everywhere. */
public final class Draws {
    private static final int TABLE = 8192;
    private static final double[] MINUS_LOG = new double[TABLE];

    static {
        for (int i = 0; i < TABLE; i++) {
            MINUS_LOG[i] = -StrictMath.log((i + 0.5) / TABLE);
        }
    }

    private long state;

    public Draws(long seed) {
        // Spread, so that neighbouring seeds part at once; 0 would stay 0.
        long spread = seed * 0x9E3779B97F4A7C15L;
        state = spread == 0 ? 0x9E3779B97F4A7C15L : spread;
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }

    /** From 0 to {@code bound} − 1, evenly. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From 0 to {@code bound} − 1, the low ones more often: the square of an even draw. */
    public int lowBelow(int bound) {
        long draw = next() >>> 48;
        return (int) ((draw * draw >>> 16) * bound >>> 16);
    }

    /** −ln of an even draw between 0 and 1. */
    public double exponential() {
        return MINUS_LOG[below(TABLE)];
    }
}
