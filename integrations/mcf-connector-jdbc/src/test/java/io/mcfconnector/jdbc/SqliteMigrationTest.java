// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteMigrationTest {

  private static final DataCipher CIPHER = DataCipher.aesGcm(DataKey.generate());

  @TempDir private Path directory;
  private Path file;
  private SQLiteDataSource dataSource;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("state.db");
    dataSource = SqliteFiles.dataSource(file);
  }

  @Test
  void migrate_again_changesNothing() throws SQLException {
    JdbcDatabase.migrate(dataSource);
    List<String> tables = Sql.texts(dataSource, "select sql from sqlite_master order by name");

    JdbcDatabase.migrate(dataSource);

    assertThat(Sql.texts(dataSource, "select sql from sqlite_master order by name"))
        .isEqualTo(tables);
    assertThat(Sql.texts(dataSource, "select version from mcf_schema order by version"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void migrate_byManyAtOnce_happensOnce() throws InterruptedException, SQLException {
    Together.run(8, number -> JdbcDatabase.migrate(SqliteFiles.dataSource(file)));

    assertThat(Sql.texts(dataSource, "select version from mcf_schema order by version"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create index mcf_order_state", "insert into mcf_schema", "commit"})
  void migrate_failingHalfway_leavesNothing(String step) throws SQLException {
    BreakableDataSource breakable = new BreakableDataSource(dataSource);
    breakable.breakStatement(step);

    assertThatThrownBy(() -> JdbcDatabase.migrate(breakable)).isInstanceOf(StoreException.class);

    assertThat(Sql.texts(dataSource, "select name from sqlite_master")).isEmpty();
    assertThatCode(() -> JdbcDatabase.migrate(dataSource)).doesNotThrowAnyException();
  }

  @Test
  void migrate_beforeByHostsTool_isDone() throws IOException, SQLException {
    try (InputStream script =
        JdbcDatabase.class.getResourceAsStream("sqlite/V1__create_tables.sql")) {
      Sql.execute(dataSource, new String(script.readAllBytes(), UTF_8));
    }

    JdbcDatabase.migrate(dataSource);

    assertThatCode(() -> JdbcDatabase.open(dataSource, CIPHER).close()).doesNotThrowAnyException();
  }

  @Test
  void migrate_ofFirstVersion_addsWhatCameLaterAndKeepsTheRest() throws IOException, SQLException {
    try (InputStream script =
        JdbcDatabase.class.getResourceAsStream("sqlite/V1__create_tables.sql")) {
      Sql.execute(dataSource, new String(script.readAllBytes(), UTF_8));
    }
    Sql.execute(dataSource, "insert into mcf_watermark values ('sweep', '2026-05-04T09:00:00Z')");
    assertThatThrownBy(() -> JdbcDatabase.open(dataSource, CIPHER))
        .hasMessageContainingAll("version 1", "version 5", "migrate");

    JdbcDatabase.migrate(dataSource);

    assertThat(Sql.texts(dataSource, "select version from mcf_schema order by version"))
        .containsExactly("1", "2", "3", "4", "5");
    try (JdbcDatabase database = JdbcDatabase.open(dataSource, CIPHER)) {
      assertThat(database.orderStore().watermark("sweep")).isPresent();
      assertThat(database.orderStore().tally("parcels", "1", 1)).isTrue();
      assertThat(database.orderStore().openNotices("sweep/S", 1)).isEmpty();
    }
  }

  @Test
  void schemaOfNewerVersion_isRefusedAndLeftAlone() throws SQLException {
    JdbcDatabase.migrate(dataSource);
    Sql.execute(dataSource, "insert into mcf_schema values (6, 'of the future')");

    assertThatThrownBy(() -> JdbcDatabase.migrate(dataSource)).hasMessageContaining("newer");
    assertThatThrownBy(() -> JdbcDatabase.open(dataSource, CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("version 6", "version 5", "newer");
    assertThatThrownBy(() -> JdbcDatabase.openForReading(dataSource)).hasMessageContaining("newer");
  }

  @Test
  void open_withoutTables_tellsHowToMakeThem() {
    assertThatThrownBy(() -> JdbcDatabase.open(dataSource, CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("missing", "JdbcDatabase.migrate", "io/mcfconnector/jdbc/sqlite");
  }

  @Test
  void readOnlyDatabase_isRefused() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    SQLiteDataSource readOnly = new SQLiteDataSource(config);
    readOnly.setUrl("jdbc:sqlite:" + file);
    Sql.execute(dataSource, "create table other (id integer)");

    assertThatThrownBy(() -> JdbcDatabase.migrate(readOnly))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("read-only");
    assertThat(Sql.texts(dataSource, "select name from sqlite_master")).containsExactly("other");

    JdbcDatabase.migrate(dataSource);
    assertThatThrownBy(() -> JdbcDatabase.open(readOnly, CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void databaseInMemory_isRefused() {
    SQLiteDataSource inMemory = new SQLiteDataSource();
    inMemory.setUrl("jdbc:sqlite::memory:");

    assertThatThrownBy(() -> JdbcDatabase.migrate(inMemory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in memory");
    assertThatThrownBy(() -> JdbcDatabase.open(inMemory, CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("in memory");
  }

  @Test
  void unreachableDatabase_isRefused() {
    SQLiteDataSource nowhere = SqliteFiles.dataSource(directory.resolve("no/such/folder/db"));

    assertThatThrownBy(() -> JdbcDatabase.migrate(nowhere))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void fileThatIsNoDatabase_isRefusedAndLeftAlone() throws IOException {
    Files.writeString(file, "This is no database. ".repeat(100));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> JdbcDatabase.migrate(dataSource)).isInstanceOf(StoreException.class);

    assertThat(file).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs", "NFS4", "cifs", "smb2", "smbfs", "afs", "fuse.sshfs", "lustre"})
  void networkFileSystem_isRefused(String type) {
    assertThatThrownBy(() -> SqliteFile.refuseNetwork(file, type))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "apfs", "NTFS", "overlay", "tmpfs", "zfs"})
  void localFileSystem_isAccepted(String type) {
    assertThatCode(() -> SqliteFile.refuseNetwork(file, type)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite 3 36", "PostgreSQL 13 22", "PostgreSQL 9 6"})
  void oldDatabase_isRefused(String version) {
    FakeDatabase old = FakeDatabase.of(version);

    assertThatThrownBy(() -> JdbcDatabase.migrate(old.dataSource()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("too old");
    assertThatThrownBy(() -> JdbcDatabase.open(old.dataSource(), CIPHER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void otherDatabase_isRefused() {
    FakeDatabase other = FakeDatabase.of("Oracle 23 0");

    assertThatThrownBy(() -> JdbcDatabase.migrate(other.dataSource()))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("Oracle", "SQLite", "PostgreSQL");
  }
}
