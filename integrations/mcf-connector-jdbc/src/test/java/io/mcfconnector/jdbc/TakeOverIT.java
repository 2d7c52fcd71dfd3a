// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that are processes, killed in the middle of a run. */
@NeedsPostgres
@Timeout(600)
class TakeOverIT {

  // Generous: the figures are printed, and a busy machine shall fail nothing.
  private static final int PATIENCE_SECONDS = 180;

  private final TaskDatabase database = TaskDatabase.create();
  private final List<Process> nodes = new ArrayList<>();
  private final BlockingQueue<Process> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<Process> runs = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    database.close();
  }

  @Test
  void kill_nodeInTheMiddleOfARun_isTakenOverInTime() throws Exception {
    for (int i = 0; i < 3; i++) {
      startNode();
      assertThat(ready.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("the node is ready")
          .isNotNull();
    }
    Process running = awaitRun();

    for (int kill = 1; kill <= 2; kill++) {
      long killed = System.nanoTime();
      running.destroyForcibly();
      running = awaitRun();
      Duration takeOver = Duration.ofNanos(System.nanoTime() - killed);
      System.out.printf("Take-over after kill %d: %.1f s%n", kill, takeOver.toMillis() / 1000.0);
    }
    assertThat(runs).as("only one node at a time").isEmpty();
  }

  private Process awaitRun() throws InterruptedException {
    Process node = runs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return node == null ? fail("no node runs the task") : node;
  }

  private void startNode() throws IOException {
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TaskNode.class.getName(),
                database.url())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    nodes.add(node);
    Thread reader = new Thread(() -> read(node));
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Process node) {
    try (BufferedReader lines = node.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        (line.equals("run") ? runs : ready).add(node);
      }
    } catch (IOException e) {
      // It was killed.
    }
  }
}
