// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.testkit.contract.TokenStoreContract;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

@NeedsPostgres
class PostgresTokenStoreIT extends TokenStoreContract {

  private final OpenDatabases databases = new OpenDatabases();
  private final DataKey key = DataKey.generate();
  private final DataSource dataSource = PostgresServer.dataSource(PostgresServer.createSchema());

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Override
  protected TokenStore open() {
    JdbcDatabase.migrate(dataSource);
    return databases.open(dataSource, key).tokenStore();
  }

  @Override
  protected Optional<TokenStore> reopen() {
    databases.close();
    return Optional.of(databases.open(dataSource, key).tokenStore());
  }

  @Override
  protected Optional<byte[]> written() {
    return Optional.of(PostgresDump.of(dataSource));
  }
}
