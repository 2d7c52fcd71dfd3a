// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** What a node needs to know of its world; travels as a properties file. */
final class NodeSettings {

  private static final String PLATFORM = "platform.";

  private final Properties values = new Properties();

  NodeSettings(String databaseUrl, DataKey key, FastClock clock, Map<String, String> platforms) {
    values.setProperty("database", databaseUrl);
    values.setProperty("key", key.toBase64());
    values.setProperty("clock.base", clock.base().toString());
    values.setProperty("clock.wallStart", clock.wallStart().toString());
    values.setProperty("clock.factor", Integer.toString(clock.factor()));
    platforms.forEach((name, value) -> values.setProperty(PLATFORM + name, value));
  }

  private NodeSettings() {}

  static NodeSettings read(Path file) throws IOException {
    NodeSettings settings = new NodeSettings();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.values.load(reader);
    }
    return settings;
  }

  void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, null);
    }
  }

  NodeSettings with(String name, Object value) {
    NodeSettings changed = new NodeSettings();
    changed.values.putAll(values);
    changed.values.setProperty(name, value.toString());
    return changed;
  }

  NodeSettings with(Mutant mutant) {
    return with("mutant", mutant);
  }

  /** Lets the nodes of one database share the duties. */
  NodeSettings clustered() {
    return with("cluster", true);
  }

  /** Lets the node poll and sweep as seldom as a router does that nobody configured. */
  NodeSettings unhurried() {
    return with("hurry", false);
  }

  boolean isHurried() {
    return Boolean.parseBoolean(values.getProperty("hurry", "true"));
  }

  boolean isClustered() {
    return Boolean.parseBoolean(values.getProperty("cluster"));
  }

  Mutant mutant() {
    return Mutant.valueOf(values.getProperty("mutant", Mutant.NONE.name()));
  }

  FastClock clock() {
    return new FastClock(
        Instant.parse(value("clock.base")),
        Instant.parse(value("clock.wallStart")),
        Integer.parseInt(value("clock.factor")));
  }

  /** Returns the clock of the router alone: signatures of a wrong clock would be refused. */
  FastClock routerClock() {
    return clock().shifted(Duration.parse(values.getProperty("clock.ahead", "PT0S")));
  }

  DataCipher cipher() {
    return DataCipher.aesGcm(DataKey.fromBase64(value("key")));
  }

  Map<String, String> platforms() {
    Map<String, String> platforms = new HashMap<>();
    for (String name : values.stringPropertyNames()) {
      if (name.startsWith(PLATFORM)) {
        platforms.put(name.substring(PLATFORM.length()), value(name));
      }
    }
    return platforms;
  }

  DataSource dataSource() {
    return dataSource(value("database"));
  }

  static DataSource dataSource(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      SQLiteDataSource file = new SQLiteDataSource();
      file.setUrl(url);
      return file;
    }
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(2_000);
    // A database that is not there yet is for the stores to name, not for the pool.
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  private String value(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("the node's settings lack " + name);
    }
    return value;
  }
}
