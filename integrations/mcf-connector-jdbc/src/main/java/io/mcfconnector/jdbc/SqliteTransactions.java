// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import javax.sql.DataSource;

/** The owner of a SQLite file: its lock, its one writer, and a reader. */
final class SqliteTransactions implements Transactions {

  private final SqliteLock lock;
  private final SqliteWriter writer;
  private final SqliteReader reader;

  private SqliteTransactions(SqliteLock lock, SqliteWriter writer, SqliteReader reader) {
    this.lock = lock;
    this.writer = writer;
    this.reader = reader;
  }

  static SqliteTransactions open(DataSource dataSource) {
    SqliteFile file = Connections.use(dataSource, "name its file", SqliteFile::of);
    SqliteLock lock = SqliteLock.take(file);
    return new SqliteTransactions(
        lock, SqliteWriter.start(dataSource, lock), new SqliteReader(dataSource));
  }

  @Override
  public <T> T read(String purpose, Work<T> work) {
    return reader.read(purpose, work);
  }

  @Override
  public <T> T write(String purpose, Work<T> work) {
    return writer.write(purpose, work);
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
    lock.close();
  }
}
