// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.spi.TaskScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs tasks when a test says so. */
final class ManualScheduler implements TaskScheduler {

  private final Map<String, Task> tasks = new LinkedHashMap<>();

  @Override
  public Handle schedule(String name, Duration interval, Runnable task) {
    Task scheduled = new Task(interval, task);
    tasks.put(name, scheduled);
    return scheduled;
  }

  List<String> names() {
    return List.copyOf(tasks.keySet());
  }

  Duration interval(String name) {
    return task(name).interval;
  }

  void run(String name) {
    task(name).run();
  }

  /** Runs every task that was woken and not run since; returns their names. */
  List<String> runWoken() {
    List<String> ran = new ArrayList<>();
    tasks.forEach(
        (name, task) -> {
          if (task.woken) {
            ran.add(name);
            task.run();
          }
        });
    return ran;
  }

  long open() {
    return tasks.values().stream().filter(task -> task.closed == 0).count();
  }

  private Task task(String name) {
    Task task = tasks.get(name);
    if (task == null) {
      throw new IllegalArgumentException("no task " + name + " among " + tasks.keySet());
    }
    return task;
  }

  private static final class Task implements Handle {
    private final Duration interval;
    private final Runnable task;
    private boolean woken;
    private int closed;

    private Task(Duration interval, Runnable task) {
      this.interval = interval;
      this.task = task;
    }

    private void run() {
      woken = false;
      task.run();
    }

    @Override
    public void wake() {
      woken = true;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
