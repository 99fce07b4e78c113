package org.fengong.platform.http;

/** An answer that carries the version of its resource; it gets an ETag. */
public interface Versioned {
    long version();
}
