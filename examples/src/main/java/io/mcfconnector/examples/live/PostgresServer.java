// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.jdbc.ClusterTaskScheduler;
import io.mcfconnector.spi.TaskScheduler;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database for one process or many. */
final class PostgresServer implements StorePlace {

  static final String PREFIX = "jdbc:postgresql://";

  /** Each duty, the scheduler, and whoever waits for a token that another one renews. */
  private static final int CONNECTIONS = 12;

  private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

  /** A server that vanished without a word must not hold a duty for ever. The URL may differ. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private final String url;

  private PostgresServer(String url) {
    this.url = url;
  }

  static PostgresServer parse(String url) {
    // The driver's complaints about a URL quote it, and with it the password.
    DRIVER_LOG.setLevel(Level.OFF);
    try {
      DriverManager.getDriver(url);
    } catch (SQLException malformed) {
      throw new ConfigurationException(
          List.of(
              "MCF_STORE_URL must look like"
                  + " jdbc:postgresql://host:5432/database?user=…&password=…"));
    }
    return new PostgresServer(url);
  }

  @Override
  public DataSource connect() {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("mcf-connector");
    pool.setJdbcUrl(url);
    pool.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_SILENCE.toSeconds()));
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(LONGEST_WAIT_FOR_CONNECTION.toMillis());
    // A server that is down is told of by the first use, in words of ours.
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  @Override
  public TaskScheduler schedulerOn(DataSource dataSource) {
    return ClusterTaskScheduler.on(dataSource);
  }

  @Override
  public void requireDatabase() {
    // The server tells, with the first query.
  }

  @Override
  public String toString() {
    return "a PostgreSQL database";
  }
}
