// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.TokenStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The connector's tables in one database: a SQLite file for one process, or PostgreSQL 14 and later
 * for one or many. Thread-safe.
 *
 * <p>On SQLite it keeps two of the data source's connections until it is closed, one to write and
 * one to read, and a lock on the file {@code <database>.lock}, which the operating system frees
 * when the process ends. On PostgreSQL each call takes a connection for as long as it runs; an
 * update of tokens holds one while it calls the platform.
 */
public final class JdbcDatabase implements AutoCloseable {

  private final Transactions transactions;
  private final OrderStore orderStore;
  private final TokenStore tokenStore;
  private final DataKeys keys;

  private JdbcDatabase(Dialect dialect, Transactions transactions, DataCipher cipher) {
    TokenRows tokens = new TokenRows(cipher);
    this.transactions = transactions;
    this.orderStore = new JdbcOrderStore(transactions, cipher);
    this.tokenStore =
        switch (dialect) {
          case SQLITE -> new SqliteTokenStore(transactions, tokens);
          case POSTGRESQL -> new PostgresTokenStore(transactions, tokens);
        };
    this.keys = new DataKeys(transactions, cipher);
  }

  /**
   * Creates the tables, or brings them to this version, once and under a lock, whoever else does so
   * at the same time. Does nothing when they are of this version. The scripts it runs are resources
   * of this package, which a host may run with its own migration tool instead.
   *
   * @throws StoreException when the database cannot be reached or written, is too old or of another
   *     product, or has tables of a newer version; nothing is changed then
   */
  public static void migrate(DataSource dataSource) {
    Migration.run(dataSource);
  }

  /**
   * Opens the tables for routing.
   *
   * @param dataSource stays open when this is closed
   * @param cipher seals buyer data and tokens
   * @throws DatabaseInUseException when another process has the SQLite file
   * @throws StoreException when the tables are not of this version or hold records of a newer one,
   *     the database is read-only, or the cipher does not open what is stored
   */
  public static JdbcDatabase open(DataSource dataSource, DataCipher cipher) {
    Dialect dialect = checkedDialect(dataSource);
    Transactions transactions =
        switch (dialect) {
          case SQLITE -> SqliteTransactions.open(dataSource);
          case POSTGRESQL -> new PostgresTransactions(dataSource);
        };
    JdbcDatabase database = new JdbcDatabase(dialect, transactions, cipher);
    boolean done = false;
    try {
      transactions.read("look for newer records", JdbcDatabase::refuseNewerRecords);
      database.keys.check();
      done = true;
      return database;
    } finally {
      if (!done) {
        transactions.close();
      }
    }
  }

  /**
   * Opens the tables to look at orders, beside a process that routes. Whatever writes, or needs the
   * key, throws {@link StoreException}.
   *
   * @param dataSource stays open when this is closed
   * @throws StoreException when the tables are not of this version
   */
  public static JdbcDatabase openForReading(DataSource dataSource) {
    return openForReading(dataSource, new NoKey());
  }

  /**
   * Opens the tables to look at orders, and at what is sealed, beside a process that routes.
   * Whatever writes throws {@link StoreException}; so does what is sealed with another key, when it
   * is looked at.
   *
   * @param dataSource stays open when this is closed
   * @param cipher opens buyer data and tokens
   * @throws StoreException when the tables are not of this version
   */
  public static JdbcDatabase openForReading(DataSource dataSource, DataCipher cipher) {
    Dialect dialect = checkedDialect(dataSource);
    Reads reads =
        switch (dialect) {
          case SQLITE -> new SqliteReader(dataSource);
          case POSTGRESQL -> new PostgresTransactions(dataSource);
        };
    return new JdbcDatabase(dialect, new ReadOnlyTransactions(reads), cipher);
  }

  /** Returns the store of routing records. */
  public OrderStore orderStore() {
    return orderStore;
  }

  /** Returns the store of credentials. */
  public TokenStore tokenStore() {
    return tokenStore;
  }

  /**
   * Seals destinations and tokens again that another than the cipher's current key has sealed, so
   * that the former key can be given up. May run beside the router.
   *
   * @return how many there were
   * @throws StoreException when one of them cannot be opened or stored; those before it are sealed
   */
  public int reseal() {
    return keys.reseal();
  }

  /** Waits for what is being written and ends what this opened; the data source stays open. */
  @Override
  public void close() {
    transactions.close();
  }

  private static Dialect checkedDialect(DataSource dataSource) {
    return Connections.use(
        dataSource,
        "be checked",
        connection -> {
          Dialect dialect = Dialect.of(connection);
          switch (dialect) {
            case SQLITE -> SqliteFile.of(connection);
            case POSTGRESQL -> PostgresSettings.check(connection);
          }
          Schema.requireNewest(dialect, connection);
          return dialect;
        });
  }

  private static boolean refuseNewerRecords(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OrderSql.NEWER_FORMAT)) {
      if (rows.next()) {
        OrderRow.requireKnown(rows.getString(1), rows.getInt(2));
      }
      return true;
    }
  }
}
