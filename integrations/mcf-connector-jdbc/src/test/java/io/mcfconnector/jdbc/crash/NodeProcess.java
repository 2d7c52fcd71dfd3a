// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parent's end of a {@link CrashNode}. Thread-safe. */
final class NodeProcess implements AutoCloseable {

  private static final int EXIT_BY_SIGKILL = 128 + 9;
  private static final Set<NodeProcess> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ALIVE.forEach(node -> node.process.destroyForcibly())));
  }

  private final Process process;
  private final Path errors;
  private final Consumer<String> listener;
  private final Thread reader;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch routing = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable String point;

  private NodeProcess(Process process, Path errors, Consumer<String> listener) {
    this.process = process;
    this.errors = errors;
    this.listener = listener;
    this.reader = new Thread(this::readLines, "node " + process.pid());
    this.reader.setDaemon(true);
    ALIVE.add(this);
    reader.start();
  }

  /**
   * Starts a process that waits for its plan.
   *
   * @param listener hears each line on the reader's thread
   */
  static NodeProcess start(NodeSettings settings, Path folder, Consumer<String> listener) {
    try {
      Path file = Files.createTempFile(folder, "node", ".properties");
      Path errors = Path.of(file + ".err");
      settings.write(file);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xshare:auto",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx256m",
              "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
      if (Runtime.version().feature() >= 24) {
        command.add("--enable-native-access=ALL-UNNAMED");
      }
      command.addAll(
          List.of(
              "-cp",
              System.getProperty("java.class.path"),
              CrashNode.class.getName(),
              file.toString()));
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      return new NodeProcess(process, errors, listener);
    } catch (IOException e) {
      throw new UncheckedIOException("no node can be started", e);
    }
  }

  private void readLines() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        hear(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The pipe of a killed process; what it had written was read.
    } finally {
      List.of(ready, routing, stopped).forEach(CountDownLatch::countDown);
    }
  }

  private void hear(String line) {
    if (line.equals(Reports.READY)) {
      ready.countDown();
    } else if (line.equals(Reports.ROUTING)) {
      routing.countDown();
    } else if (line.startsWith(Reports.POINT) && point == null) {
      point = line.substring(Reports.POINT.length() + 1);
      stopped.countDown();
    }
    listener.accept(line);
  }

  /** Waits until the node is warm, which takes a look at both platforms. */
  void awaitReady() {
    await(ready, Until.PATIENCE);
  }

  /** Lets the node route until it reaches a point of the plan. */
  void go(KillPlan plan) {
    awaitReady();
    send(CrashNode.GO + plan);
  }

  void awaitRouting() {
    await(routing, Until.PATIENCE);
    if (!process.isAlive()) {
      throw new IllegalStateException("the node ended by itself: " + errors());
    }
  }

  /** Returns the point where the node waits to be killed; {@code null} when it reached none. */
  @Nullable String awaitPoint(Duration limit) {
    await(stopped, limit);
    if (point == null && !process.isAlive() && process.exitValue() != EXIT_BY_SIGKILL) {
      throw new IllegalStateException("the node ended by itself: " + errors());
    }
    return point;
  }

  /** Kills the process as {@code kill -9} does, and returns when nothing of it is left. */
  void kill() {
    process.destroyForcibly();
    int exit = end();
    if (exit != EXIT_BY_SIGKILL) {
      throw new IllegalStateException("the node ended with " + exit + ": " + errors());
    }
  }

  /** Stops the process where it is, as a stalled machine does. */
  void freeze() {
    signal("-STOP");
  }

  /** Lets a frozen process go on. */
  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("the node takes no signal " + name);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("no signal can be sent", e);
    }
  }

  /** Closes the router in order; returns the exit code. */
  int stop() {
    send(CrashNode.STOP);
    return end();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  private int end() {
    try {
      if (!process.waitFor(Until.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the node does not end");
      }
      reader.join();
      ALIVE.remove(this);
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void send(String command) {
    try {
      process.getOutputStream().write((command + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new IllegalStateException("the node is gone: " + errors(), e);
    }
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void await(CountDownLatch latch, Duration limit) {
    try {
      boolean ignored = latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    ALIVE.remove(this);
  }
}
