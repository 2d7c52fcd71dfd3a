// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Credentials in {@code mcf_token}, sealed. */
final class TokenRows {

  private static final String FIND = "select key_id, sealed from mcf_token where account = ?";
  private static final String SAVE =
      """
      insert into mcf_token (account, key_id, sealed) values (?, ?, ?)
      on conflict (account) do update set key_id = excluded.key_id, sealed = excluded.sealed""";

  private final SealedForms forms;

  TokenRows(DataCipher cipher) {
    this.forms = new SealedForms(cipher);
  }

  Optional<Tokens> find(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, account.value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                forms.tokens(
                    account.value(), new DataCipher.Sealed(rows.getString(1), rows.getString(2))))
            : Optional.empty();
      }
    }
  }

  boolean save(Connection connection, AccountId account, DataCipher.Sealed sealed)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setString(1, account.value());
      statement.setString(2, sealed.keyId());
      statement.setString(3, sealed.text());
      return statement.executeUpdate() == 1;
    }
  }

  DataCipher.Sealed seal(AccountId account, Tokens tokens) {
    return forms.seal(account, tokens);
  }
}
