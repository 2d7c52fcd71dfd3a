// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.testkit.contract.TokenStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTokenStoreTest extends TokenStoreContract {

  private final OpenDatabases databases = new OpenDatabases();
  private final DataKey key = DataKey.generate();

  @TempDir private Path directory;

  @AfterEach
  void closeDatabases() {
    databases.close();
  }

  @Override
  protected TokenStore open() {
    JdbcDatabase.migrate(SqliteFiles.dataSource(file()));
    return databases.open(SqliteFiles.dataSource(file()), key).tokenStore();
  }

  @Override
  protected Optional<TokenStore> reopen() {
    databases.close();
    return Optional.of(databases.open(SqliteFiles.dataSource(file()), key).tokenStore());
  }

  @Override
  protected Optional<byte[]> written() {
    return Optional.of(SqliteFiles.bytes(file()));
  }

  private Path file() {
    return directory.resolve("tokens.db");
  }
}
