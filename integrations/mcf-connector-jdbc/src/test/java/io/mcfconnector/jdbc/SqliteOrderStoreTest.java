// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.testkit.contract.OrderStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrderStoreTest extends OrderStoreContract {

  private final OpenDatabases databases = new OpenDatabases();
  private final DataKey key = DataKey.generate();

  @TempDir private Path directory;

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Override
  protected OrderStore open() {
    JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
    return databases.open(SqliteFiles.dataSource(file()), key).orderStore();
  }

  @Override
  protected Optional<OrderStore> reopen() {
    databases.close();
    return Optional.of(databases.open(SqliteFiles.dataSource(file()), key).orderStore());
  }

  @Override
  protected Optional<OrderStore> broken() {
    Path other = directory.resolve("broken.db");
    BreakableDataSource dataSource = new BreakableDataSource(SqliteFiles.dataSource(other));
    JdbcDatabase.migrate(dataSource);
    OrderStore store = databases.open(dataSource, key).orderStore();
    dataSource.breakDown();
    return Optional.of(store);
  }

  @Override
  protected Optional<byte[]> written() {
    return Optional.of(SqliteFiles.bytes(file()));
  }

  private Path file() {
    return directory.resolve("orders.db");
  }
}
