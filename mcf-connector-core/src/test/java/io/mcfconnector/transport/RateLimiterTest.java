// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.time.ManualClock;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

  private static final Quota QUOTA = new Quota(2, 30);

  private final ManualClock clock = new ManualClock();
  private final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @CsvSource({"2, 30", "0.5, 2", "20, 15", "1, 1", "0.0167, 15"})
  void acquire_manyCallsInARow_keepsRateAndBurst(double rate, int burst)
      throws InterruptedException {
    RateLimiter limiter = new RateLimiter(clock, clock);
    Instant start = clock.instant();
    int calls = 200;

    for (int i = 0; i < calls; i++) {
      limiter.acquire("getOrder", new Quota(rate, burst));
    }

    double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
    int atOnce = Math.max(1, burst - 1);
    assertThat(seconds).isBetween((calls - atOnce) / rate - 0.01, (calls - atOnce) / rate + 0.21);
  }

  @Test
  void allowance_takesNothingAndTellsWhatIsLeftAndLearned() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(clock, clock);
    assertThat(limiter.allowance("getOrder", QUOTA)).isEqualTo(new CallAllowance(29, 29, 2));
    for (int i = 0; i < 10; i++) {
      limiter.acquire("getOrder", QUOTA);
    }
    assertThat(limiter.allowance("getOrder", QUOTA)).isEqualTo(new CallAllowance(19, 29, 2));
    assertThat(limiter.allowance("createOrder", QUOTA).permits()).isEqualTo(29);

    limiter.learn("getOrder", QUOTA, 0.5);
    limiter.drain("getOrder", QUOTA, Duration.ofSeconds(4));
    assertThat(limiter.allowance("getOrder", QUOTA)).isEqualTo(new CallAllowance(-2, 29, 0.5));
  }

  @Test
  void acquire_fiftyThreadsAtOneMoment_areLinedUpExactly() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);

    acquireTogether(limiter, 50);

    List<Long> waits = pauses.stream().map(Duration::toMillis).sorted().toList();
    assertThat(waits)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 50 - 29).mapToObj(i -> i * 500L).toList());
  }

  @Test
  void acquire_afterLongIdleTime_givesBurstOnly() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);
    acquireTogether(limiter, 29);
    assertThat(pauses).isEmpty();

    clock.advance(Duration.ofHours(1));
    acquireTogether(limiter, 30);

    assertThat(pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void acquire_otherOperation_hasItsOwnBucket() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);
    acquireTogether(limiter, 29);

    limiter.acquire("createOrder", QUOTA);

    assertThat(pauses).isEmpty();
  }

  @Test
  void acquire_clockSetBack_neitherGivesNorTakesPermits() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);
    acquireTogether(limiter, 29);

    clock.advance(Duration.ofHours(-1));
    limiter.acquire("getOrder", QUOTA);
    clock.advance(Duration.ofSeconds(1));
    limiter.acquire("getOrder", QUOTA);

    // Two permits came back in one second; one was owed already.
    assertThat(pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void acquire_withoutClock_countsOnTheMachinesTime() throws Exception {
    RateLimiter limiter = new RateLimiter(null, pauses::add);

    acquireTogether(limiter, 30);

    assertThat(pauses).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void acquire_interruptedWait_throws() {
    Pause interrupted =
        time -> {
          throw new InterruptedException();
        };
    RateLimiter limiter = new RateLimiter(Clock.systemUTC(), interrupted);

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                limiter.acquire("getOrder", new Quota(0.001, 1));
              }
            });
  }

  @Test
  void learn_otherRate_holdsFromThenOn() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);
    acquireTogether(limiter, 29);

    limiter.learn("getOrder", QUOTA, 10);
    acquireTogether(limiter, 2);

    assertThat(pauses).containsExactlyInAnyOrder(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300, 2})
  void learn_rateThatMakesNoSenseOrIsKnown_changesNothing(double rate) throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);
    acquireTogether(limiter, 29);

    limiter.learn("getOrder", QUOTA, rate);
    limiter.acquire("getOrder", QUOTA);

    assertThat(pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void drain_withoutTime_emptiesTheBucket() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);

    limiter.drain("getOrder", QUOTA, Duration.ZERO);
    limiter.acquire("getOrder", QUOTA);

    assertThat(pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void drain_manyTimesForOneRefusal_doesNotAddUp() throws Exception {
    RateLimiter limiter = new RateLimiter(clock, pauses::add);

    for (int i = 0; i < 50; i++) {
      limiter.drain("getOrder", QUOTA, Duration.ofSeconds(5));
    }
    limiter.acquire("getOrder", QUOTA);

    assertThat(pauses).containsExactly(Duration.ofMillis(5500));
  }

  @Test
  void quota_withoutRateOrBurst_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, 0));
  }

  private static void acquireTogether(RateLimiter limiter, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        done.add(
            executor.submit(
                () -> {
                  start.await();
                  limiter.acquire("getOrder", QUOTA);
                  return null;
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      executor.shutdown();
    }
  }
}
