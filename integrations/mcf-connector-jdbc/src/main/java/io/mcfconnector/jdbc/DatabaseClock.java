// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The database's time, read now and then and carried on by this process's timer in between. So the
 * clocks of the nodes need not agree. Thread-safe.
 */
final class DatabaseClock implements Clock {

  private final LongSupplier nanoTime;
  private volatile Reading last;

  /** Returns the database's time, or throws what prevents that. */
  interface Source<E extends Exception> {
    Instant read() throws E;
  }

  private DatabaseClock(LongSupplier nanoTime, Reading first) {
    this.nanoTime = nanoTime;
    this.last = first;
  }

  static <E extends Exception> DatabaseClock of(Source<E> source, LongSupplier nanoTime) throws E {
    return new DatabaseClock(nanoTime, Reading.of(source, nanoTime));
  }

  @Override
  public Instant now() {
    return last.timeAt(nanoTime.getAsLong());
  }

  /** Reads the database's time anew. */
  <E extends Exception> void read(Source<E> source) throws E {
    Reading reading = Reading.of(source, nanoTime);
    // What a reading cannot refute is kept, so that intervals do not shake with the network.
    if (!reading.allows(now())) {
      last = reading;
    }
  }

  private record Reading(Instant time, long nanos, long tripNanos) {

    static <E extends Exception> Reading of(Source<E> source, LongSupplier nanoTime) throws E {
      long before = nanoTime.getAsLong();
      Instant time = source.read();
      long trip = nanoTime.getAsLong() - before;
      return new Reading(time, before + trip / 2, trip);
    }

    Instant timeAt(long otherNanos) {
      return time.plusNanos(otherNanos - nanos);
    }

    boolean allows(Instant now) {
      return Duration.between(time, now).abs().toNanos() <= tripNanos;
    }
  }
}
