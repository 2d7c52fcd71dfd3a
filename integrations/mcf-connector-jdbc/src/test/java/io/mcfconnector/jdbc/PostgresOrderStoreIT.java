// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.testkit.contract.OrderStoreContract;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

@NeedsPostgres
class PostgresOrderStoreIT extends OrderStoreContract {

  private final OpenDatabases databases = new OpenDatabases();
  private final DataKey key = DataKey.generate();
  private final DataSource dataSource = PostgresServer.dataSource(PostgresServer.createSchema());

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Override
  protected OrderStore open() {
    JdbcDatabase.migrate(dataSource);
    return databases.open(dataSource, key).orderStore();
  }

  @Override
  protected Optional<OrderStore> reopen() {
    databases.close();
    return Optional.of(databases.open(dataSource, key).orderStore());
  }

  @Override
  protected Optional<OrderStore> broken() {
    BreakableDataSource breakable = new BreakableDataSource(dataSource);
    OrderStore store = databases.open(breakable, key).orderStore();
    breakable.breakDown();
    return Optional.of(store);
  }

  @Override
  protected Optional<byte[]> written() {
    return Optional.of(PostgresDump.of(dataSource));
  }
}
