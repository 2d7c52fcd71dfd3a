// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar in a process of its own. Killed at the latest when it is closed. */
final class LiveProcess implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private LiveProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  static LiveProcess start(Path folder, Map<String, String> env, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(Path.of("target", "mcf-connector-examples.jar").toAbsolutePath().toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().putAll(env);
    try {
      return new LiveProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits until a line holds this text; returns the line. */
  synchronized String awaitLine(String text) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        if (lines.get(next).contains(text)) {
          return lines.get(next);
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertThat(!ended && left > 0).as("'%s' in:%n%s", text, output()).isTrue();
      wait(left);
    }
  }

  /** Lets it live for a while at most; returns whether it is alive still. */
  boolean livesFor(Duration time) throws InterruptedException {
    return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for its end; returns its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
    reader.join(LONGEST.toMillis());
    return process.exitValue();
  }

  synchronized String output() {
    return String.join("\n", lines);
  }

  /** Asks it to end, as Ctrl-C does. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Ends it in the middle of whatever it does: SIGKILL. */
  void kill() {
    assertThat(process.destroyForcibly().onExit().join().isAlive()).isFalse();
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException killed) {
      add("(output ends)");
    }
    end();
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
