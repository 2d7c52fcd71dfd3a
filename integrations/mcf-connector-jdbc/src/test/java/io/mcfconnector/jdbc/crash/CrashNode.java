// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.jdbc.ClusterTaskScheduler;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.model.Duty;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.store.InMemoryTokenStore;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A router in a process of its own. Reads the settings file named by its only argument, then
 * commands: {@code go <plan>} starts, {@code stop} closes. Ends when its parent is gone.
 */
final class CrashNode {

  static final String GO = "go ";
  static final String STOP = "stop";

  private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private CrashNode() {}

  public static void main(String[] arguments) throws IOException {
    NodeSettings settings = NodeSettings.read(Path.of(arguments[0]));
    Reports reports = new Reports(CrashNode::print);
    KillPoints points = new KillPoints(reports);
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    DataSource dataSource = WatchedDataSource.of(settings.dataSource(), points);
    warmUp(settings);
    reports.say(Reports.READY);

    points.follow(KillPlan.parse(read(commands).substring(GO.length())));
    JdbcDatabase database = JdbcDatabase.open(dataSource, settings.cipher());
    TaskScheduler scheduler =
        settings.isClustered() ? ClusterTaskScheduler.on(dataSource) : TaskScheduler.inProcess();
    NodeRouter node =
        new NodeRouter(
            settings, database.orderStore(), database.tokenStore(), scheduler, points, reports);
    node.router().start();
    reports.say(Reports.ROUTING);

    if (read(commands).equals(STOP)) {
      node.close();
      database.close();
      reports.say(Reports.CLOSED);
      System.exit(0);
    }
  }

  /**
   * Loads what a router needs by reading both platforms into a store that is thrown away, so that a
   * node which waits as a spare takes over at once.
   */
  private static void warmUp(NodeSettings settings) throws IOException {
    Reports nobody = new Reports(line -> {});
    Path file = Files.createTempFile("warm-up", ".db");
    DataSource scratch = NodeSettings.dataSource("jdbc:sqlite:" + file);
    JdbcDatabase.migrate(scratch);
    try (JdbcDatabase database = JdbcDatabase.open(scratch, settings.cipher());
        NodeRouter router =
            new NodeRouter(
                settings,
                database.orderStore(),
                new InMemoryTokenStore(),
                TaskScheduler.inProcess(),
                new KillPoints(nobody),
                nobody)) {
      router.router().runDue(Duty.INTAKE);
      router.router().runDue(Duty.SWEEP);
    }
    for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
  }

  /** Returns the next command; without a parent there is nothing left to do. */
  private static String read(BufferedReader commands) throws IOException {
    @Nullable String command = commands.readLine();
    if (command == null) {
      Runtime.getRuntime().halt(1);
    }
    return command == null ? "" : command;
  }

  /** Straight to the descriptor: a line that was written survives the process. */
  private static synchronized void print(String line) {
    try {
      OUT.write((line + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the parent is gone", e);
    }
  }
}
