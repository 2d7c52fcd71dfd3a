// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The data keys that sealed what is stored: checked when a database is opened, and changed. */
final class DataKeys {

  private static final byte[] KNOWN_TEXT = "the known text of mcf_data_key".getBytes(UTF_8);
  private static final byte[] CONTEXT = "data-key".getBytes(UTF_8);

  private static final List<Table> SEALED =
      List.of(
          new Table("mcf_destination", "order_id", SealedForms::contextOfDestination),
          new Table("mcf_token", "account", SealedForms::contextOfToken));

  private record Table(String name, String key, Function<String, byte[]> context) {}

  private record Row(Table table, String key, DataCipher.Sealed sealed) {}

  private final Transactions transactions;
  private final DataCipher cipher;

  DataKeys(Transactions transactions, DataCipher cipher) {
    this.transactions = transactions;
    this.cipher = cipher;
  }

  /**
   * Fails unless the cipher opens what is stored; enters its key when it is new.
   *
   * @throws StoreException that names the key id
   */
  void check() {
    DataCipher.Sealed sealed = cipher.seal(KNOWN_TEXT, CONTEXT);
    String current = sealed.keyId();
    for (String keyId : used()) {
      require(keyId);
    }
    boolean entered =
        transactions.write("enter data key " + current, connection -> enter(connection, sealed));
    if (!entered) {
      require(current);
    }
  }

  /** Seals with the current key what was sealed with another; returns how many rows. */
  int reseal() {
    String current = cipher.seal(KNOWN_TEXT, CONTEXT).keyId();
    int resealed = 0;
    for (Table table : SEALED) {
      for (Row row :
          transactions.read(
              "list what is sealed", connection -> sealedWithOther(connection, table, current))) {
        byte[] context = table.context.apply(row.key);
        DataCipher.Sealed again = cipher.seal(cipher.open(row.sealed, context), context);
        boolean replaced =
            transactions.write(
                "seal " + table.name + " of " + row.key + " again",
                connection -> replace(connection, row, again));
        resealed += replaced ? 1 : 0;
      }
    }
    return resealed;
  }

  private void require(String keyId) {
    Optional<String> known =
        transactions.read("read data key " + keyId, connection -> entered(connection, keyId));
    if (known.isEmpty()) {
      throw new StoreException(
          "Stored data was sealed with key "
              + keyId
              + ", which was never entered in mcf_data_key. Restore that table from a backup.");
    }
    byte[] opened;
    try {
      opened = cipher.open(new DataCipher.Sealed(keyId, known.get()), CONTEXT);
    } catch (StoreException e) {
      throw new StoreException(
          "The data key is wrong: buyer data or tokens are stored that key "
              + keyId
              + " has sealed, and the keys given do not open them. "
              + e.getMessage(),
          e);
    }
    if (!Arrays.equals(opened, KNOWN_TEXT)) {
      throw new StoreException(
          "The data key is wrong: key " + keyId + " is not the one of this id used before.");
    }
  }

  private List<String> used() {
    return transactions.read(
        "list the data keys in use",
        connection ->
            texts(
                connection,
                "select key_id from mcf_destination union select key_id from mcf_token"));
  }

  private static boolean enter(Connection connection, DataCipher.Sealed sealed)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into mcf_data_key (key_id, sealed) values (?, ?) on conflict do nothing")) {
      statement.setString(1, sealed.keyId());
      statement.setString(2, sealed.text());
      return statement.executeUpdate() == 1;
    }
  }

  private static Optional<String> entered(Connection connection, String keyId) throws SQLException {
    return texts(connection, "select sealed from mcf_data_key where key_id = ?", keyId).stream()
        .findFirst();
  }

  private static List<Row> sealedWithOther(Connection connection, Table table, String keyId)
      throws SQLException {
    String sql =
        "select %s, key_id, sealed from %s where key_id <> ?".formatted(table.key, table.name);
    List<Row> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, keyId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Row(
                  table,
                  rows.getString(1),
                  new DataCipher.Sealed(rows.getString(2), rows.getString(3))));
        }
      }
    }
    return found;
  }

  /** Changes the row only if nobody else did meanwhile. */
  private static boolean replace(Connection connection, Row row, DataCipher.Sealed again)
      throws SQLException {
    String sql =
        "update %s set key_id = ?, sealed = ? where %s = ? and key_id = ? and sealed = ?"
            .formatted(row.table.name, row.table.key);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, again.keyId());
      statement.setString(2, again.text());
      statement.setString(3, row.key);
      statement.setString(4, row.sealed.keyId());
      statement.setString(5, row.sealed.text());
      return statement.executeUpdate() == 1;
    }
  }

  private static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }
}
