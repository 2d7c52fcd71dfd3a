// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.spi.TaskScheduler;
import java.util.List;
import javax.sql.DataSource;

/** Where state is kept. Prints no URL, since that may hold a password. */
sealed interface StorePlace permits SqliteFile, PostgresServer {

  /**
   * Returns the place that a URL names.
   *
   * @throws ConfigurationException when it cannot be one; the URL is not quoted
   */
  static StorePlace parse(String url) {
    if (url.startsWith(SqliteFile.PREFIX)) {
      return SqliteFile.parse(url);
    }
    if (url.startsWith(PostgresServer.PREFIX)) {
      return PostgresServer.parse(url);
    }
    throw new ConfigurationException(
        List.of("MCF_STORE_URL must start with jdbc:sqlite: or jdbc:postgresql://"));
  }

  /** Returns connections to it; one that is closeable has to be closed. */
  DataSource connect();

  /** Returns what repeats the duties of all processes that route from there. */
  TaskScheduler schedulerOn(DataSource dataSource);

  /**
   * Checks that something can be there to read.
   *
   * @throws io.mcfconnector.error.StoreException when nothing was ever routed from there
   */
  void requireDatabase();
}
