// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.spi.TaskScheduler.Handle;
import io.mcfconnector.testkit.VirtualTime.TaskFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

  private final VirtualTime time = VirtualTime.startingAt(START);
  private final List<String> runs = new ArrayList<>();

  @Test
  void clock_beforeAnyRun_showsStart() {
    assertThat(time.clock().instant()).isEqualTo(START);
  }

  @Test
  void pause_anyTime_movesClockAtOnce() throws InterruptedException {
    time.pause().pause(Duration.ofHours(3));

    assertThat(time.clock().instant()).isEqualTo(START.plus(Duration.ofHours(3)));
  }

  @Test
  void pause_interruptedThread_throws() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.pause().pause(Duration.ofSeconds(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(time.clock().instant()).isEqualTo(START);
  }

  @Test
  void runFor_twoTasks_runsThemInTimeOrder() {
    schedule("slow", Duration.ofSeconds(60));
    schedule("fast", Duration.ofSeconds(25));

    time.runFor(Duration.ofSeconds(60));

    assertThat(runs).containsExactly("slow 0", "fast 0", "fast 25", "fast 50", "slow 60");
    assertThat(time.clock().instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void runFor_taskThatPauses_runsOthersLateAndCountsIntervalFromItsEnd() {
    time.scheduler()
        .schedule(
            "patient",
            Duration.ofSeconds(30),
            () -> {
              note("patient");
              pause(Duration.ofSeconds(25));
            });
    schedule("quick", Duration.ofSeconds(10));

    time.runFor(Duration.ofSeconds(55));

    assertThat(runs)
        .containsExactly("patient 0", "quick 25", "quick 35", "quick 45", "patient 55", "quick 80");
    assertThat(time.clock().instant()).isEqualTo(START.plusSeconds(80));
  }

  @Test
  void runFor_wokenTask_runsAtPresentTime() {
    Handle handle = schedule("sleeper", Duration.ofHours(1));
    time.runFor(Duration.ofMinutes(1));

    handle.wake();
    handle.wake();
    time.runFor(Duration.ZERO);

    assertThat(runs).containsExactly("sleeper 0", "sleeper 60");
  }

  @Test
  void runFor_taskThatWakesAnother_runsItWithoutTimePassing() {
    Handle second = schedule("second", Duration.ofHours(1));
    time.scheduler()
        .schedule(
            "first",
            Duration.ofMinutes(10),
            () -> {
              note("first");
              second.wake();
            });

    time.runFor(Duration.ofMinutes(10));

    assertThat(runs).containsExactly("second 0", "first 0", "second 0", "first 600", "second 600");
  }

  @Test
  void runFor_taskThatWakesItself_runsOnceMore() {
    List<Handle> self = new ArrayList<>();
    self.add(
        time.scheduler()
            .schedule(
                "self",
                Duration.ofHours(1),
                () -> {
                  note("self");
                  if (runs.size() == 1) {
                    self.get(0).wake();
                  }
                }));

    time.runFor(Duration.ofMinutes(1));

    assertThat(runs).containsExactly("self 0", "self 0");
  }

  @Test
  void runFor_tasksThatThrow_keepsThemAndThrowsAtTheEnd() {
    time.scheduler()
        .schedule(
            "broken",
            Duration.ofMinutes(1),
            () -> {
              note("broken");
              throw new IllegalArgumentException("run " + runs.size());
            });
    schedule("sound", Duration.ofMinutes(1));

    assertThatThrownBy(() -> time.runFor(Duration.ofMinutes(1)))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("task 'broken' failed")
        .hasRootCauseMessage("run 1")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(runs).containsExactly("broken 0", "sound 0", "broken 60", "sound 60");
    assertThat(time.clock().instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void runFor_calledByTask_isRefused() {
    time.scheduler()
        .schedule("nested", Duration.ofHours(1), () -> time.runFor(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> time.runFor(Duration.ZERO))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_ofTask_endsItsRunsAndFreesItsName() {
    Handle handle = schedule("gone", Duration.ofSeconds(10));
    time.runFor(Duration.ofSeconds(15));

    handle.close();
    handle.close();
    time.runFor(Duration.ofMinutes(1));
    schedule("gone", Duration.ofHours(1));
    handle.close();
    handle.wake();
    time.runFor(Duration.ZERO);

    assertThat(runs).containsExactly("gone 0", "gone 10", "gone 75");
  }

  @Test
  void schedule_sameNameTwice_isRefused() {
    schedule("twin", Duration.ofSeconds(10));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule("twin", Duration.ofSeconds(10)))
        .withMessageContaining("'twin'");
  }

  private Handle schedule(String name, Duration interval) {
    return time.scheduler().schedule(name, interval, () -> note(name));
  }

  private void note(String name) {
    runs.add(name + " " + Duration.between(START, time.clock().instant()).toSeconds());
  }

  private void pause(Duration duration) {
    try {
      time.pause().pause(duration);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
