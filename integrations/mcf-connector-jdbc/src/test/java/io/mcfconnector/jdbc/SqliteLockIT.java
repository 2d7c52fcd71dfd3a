// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.OrderId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file and several processes, some of which are killed. */
class SqliteLockIT {

  private final OpenDatabases databases = new OpenDatabases();
  private final DataKey key = DataKey.generate();

  @TempDir private Path directory;

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Test
  void fileOfARunningProcess_isRefusedUntilItIsKilled() throws Exception {
    JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
    Process owner = child("own");
    try (BufferedReader says = reader(owner)) {
      assertThat(says.readLine()).isEqualTo("owner");

      assertThatThrownBy(() -> databases.open(SqliteFiles.dataSource(file()), key))
          .isInstanceOf(DatabaseInUseException.class)
          .hasMessageContainingAll("orders.db", "in use by process " + owner.pid());
      JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
      try (JdbcDatabase reading = JdbcDatabase.openForReading(SqliteFiles.dataSource(file()))) {
        assertThat(reading.orderStore().find(OrderId.of("child"))).isPresent();
      }

      kill(owner);
      assertThat(
              databases
                  .open(SqliteFiles.dataSource(file()), key)
                  .orderStore()
                  .find(OrderId.of("child")))
          .isPresent();
    }
  }

  @Test
  void refusedSecondOpenHere_keepsOtherProcessesOut() throws Exception {
    JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
    databases.open(SqliteFiles.dataSource(file()), key);
    assertThatThrownBy(() -> databases.open(SqliteFiles.dataSource(file()), key))
        .isInstanceOf(StoreException.class);

    Process second = child("own");
    try (BufferedReader says = reader(second)) {
      assertThat(says.readLine())
          .startsWith("refused: ")
          .contains("in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void migration_killedBeforeItsCommit_leavesNothingAndIsRepeated() throws Exception {
    Process migrating = child("die-in-migration");
    assertThat(migrating.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(migrating.exitValue()).isEqualTo(137);

    assertThat(Sql.texts(SqliteFiles.dataSource(file()), "select name from sqlite_master"))
        .isEmpty();
    JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
    assertThat(databases.open(SqliteFiles.dataSource(file()), key)).isNotNull();
  }

  @Test
  void migration_byManyProcesses_happensOnce() throws Exception {
    List<Process> children = List.of(child("migrate"), child("migrate"), child("migrate"));

    for (Process each : children) {
      try (BufferedReader says = reader(each)) {
        assertThat(says.readLine()).isEqualTo("migrated");
      }
    }
    assertThat(Sql.texts(SqliteFiles.dataSource(file()), "select version from mcf_schema"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  private Process child(String task) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            task,
            file().toString(),
            key.toBase64())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private Path file() {
    return directory.resolve("orders.db");
  }

  /** The other process. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws IOException, SQLException {
      Path file = Path.of(arguments[1]);
      switch (arguments[0]) {
        case "own" -> own(file, DataKey.fromBase64(arguments[2]));
        case "migrate" -> {
          JdbcDatabase.migrate(SqliteFiles.dataSource(file));
          System.out.println("migrated");
        }
        default -> {
          BreakableDataSource dataSource = new BreakableDataSource(SqliteFiles.dataSource(file));
          dataSource.haltAt("commit");
          JdbcDatabase.migrate(dataSource);
        }
      }
    }

    private static void own(Path file, DataKey key) throws IOException {
      try (JdbcDatabase database =
          JdbcDatabase.open(SqliteFiles.dataSource(file), DataCipher.aesGcm(key))) {
        database.orderStore().insert(SampleRecords.order("child").build());
        System.out.println("owner");
        // Until it is killed; end of input should the parent die first.
        while (System.in.read() >= 0) {
          Thread.onSpinWait();
        }
      } catch (StoreException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }
}
