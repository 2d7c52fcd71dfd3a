// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Guards what a call may allocate against bare OkHttp with the same bytes. Unlike times this is
 * exact enough for every build: it depends on the code and hardly on the machine.
 */
class AllocationIT {

  /** Until the compiler has seen what the code does. */
  private static final int WARM_UP = 6_000;

  private static final int CALLS = 1_000;

  @Test
  void amazonCalls_unsigned_allocateLittleMoreThanBareCalls() throws Exception {
    try (Calls calls = new Calls()) {
      double createFloor = bytes(calls::createBare);
      double create = bytes(calls::create);
      double getFloor = bytes(calls::getBare);
      double get = bytes(calls::get);
      System.out.printf(
          "create %.0f of %.0f bytes, get %.0f of %.0f bytes%n",
          create, createFloor, get, getFloor);

      // The targets are 1.6 and 2.0; up to 5 % is left for what JaCoCo adds.
      assertThat(create / createFloor).isBetween(1.0, 1.65);
      assertThat(get / getFloor).isBetween(1.0, 2.1);
    }
  }

  @Test
  void tiktokCalls_signed_allocateNoMoreThanTheyDid() throws Exception {
    try (Calls calls = new Calls()) {
      double shipFloor = bytes(calls::shipBare);
      double ship = bytes(calls::ship);

      assertThat(ship / shipFloor).isBetween(1.0, 2.5);
    }
  }

  private static double bytes(Callable<?> call) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      call.call();
    }
    long before = CallerCost.bytesOfThisThread();
    for (int i = 0; i < CALLS; i++) {
      call.call();
    }
    return (CallerCost.bytesOfThisThread() - before) / (double) CALLS;
  }
}
