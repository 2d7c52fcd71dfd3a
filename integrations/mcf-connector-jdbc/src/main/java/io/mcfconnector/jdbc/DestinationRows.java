// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The destinations of create calls, sealed, in {@code mcf_destination}. */
final class DestinationRows {

  private static final String KEEP =
      """
      insert into mcf_destination (order_id, key_id, sealed, kept_until) values (?, ?, ?, ?)
      on conflict (order_id) do update
      set key_id = excluded.key_id, sealed = excluded.sealed, kept_until = excluded.kept_until""";
  private static final String FIND =
      "select key_id, sealed from mcf_destination where order_id = ?";
  private static final String DELETE = "delete from mcf_destination where order_id = ?";
  static final String DELETE_EXPIRED = "delete from mcf_destination where kept_until <= ?";

  private final Transactions transactions;
  private final SealedForms forms;

  DestinationRows(Transactions transactions, DataCipher cipher) {
    this.transactions = transactions;
    this.forms = new SealedForms(cipher);
  }

  DataCipher.Sealed seal(OrderId orderId, Address destination) {
    return forms.seal(orderId, destination);
  }

  static boolean keep(
      Connection connection, OrderId orderId, DataCipher.Sealed sealed, Instant keptUntil)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
      statement.setString(1, orderId.value());
      statement.setString(2, sealed.keyId());
      statement.setString(3, sealed.text());
      statement.setLong(4, Micros.roundedUp(keptUntil));
      return statement.executeUpdate() == 1;
    }
  }

  static boolean delete(Connection connection, OrderId orderId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setString(1, orderId.value());
      return statement.executeUpdate() == 1;
    }
  }

  Optional<Address> find(OrderId orderId) {
    Optional<DataCipher.Sealed> sealed =
        transactions.read(
            "find the destination of order " + orderId,
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, orderId.value());
                try (ResultSet rows = statement.executeQuery()) {
                  return rows.next()
                      ? Optional.of(new DataCipher.Sealed(rows.getString(1), rows.getString(2)))
                      : Optional.empty();
                }
              }
            });
    return sealed.map(found -> forms.destination(orderId.value(), found));
  }

  boolean erase(OrderId orderId) {
    return transactions.writeStatement(
        "erase the destination of order " + orderId, connection -> delete(connection, orderId));
  }

  int deleteExpired(Instant now) {
    return transactions.writeStatement(
        "erase expired destinations",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(DELETE_EXPIRED)) {
            statement.setLong(1, Micros.roundedDown(now));
            return statement.executeUpdate();
          }
        });
  }
}
