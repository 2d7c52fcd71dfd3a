// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;

/**
 * Credentials that several nodes share: being alone for an account is a lock of the database, held
 * by the transaction that stores the result. It ends with its node.
 */
final class PostgresTokenStore implements TokenStore {

  // A node that hangs gives its lock back before another one's patience ends. Not sooner: a refresh
  // repeats its call for more than a minute, and cut short it would lose tokens that the platform
  // gives only once.
  private static final String LONGEST_CHANGE =
      "set local idle_in_transaction_session_timeout = '2min'";
  private static final String PATIENCE = "set local lock_timeout = '150s'";

  // A lock by name, since a new account has no row to lock yet.
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final Transactions transactions;
  private final TokenRows rows;

  PostgresTokenStore(Transactions transactions, TokenRows rows) {
    this.transactions = transactions;
    this.rows = rows;
  }

  @Override
  public Optional<Tokens> find(AccountId account) {
    return transactions.read(
        "find the tokens of " + account, connection -> rows.find(connection, account));
  }

  @Override
  public Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change) {
    return transactions.write(
        "save the tokens of " + account,
        connection -> {
          beAlone(connection, account);
          Tokens changed = change.apply(rows.find(connection, account));
          rows.save(connection, account, rows.seal(account, changed));
          return changed;
        });
  }

  private static void beAlone(Connection connection, AccountId account) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LONGEST_CHANGE);
      statement.execute(PATIENCE);
    }
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, "mcf_token/" + account.value());
      statement.execute();
    }
  }
}
