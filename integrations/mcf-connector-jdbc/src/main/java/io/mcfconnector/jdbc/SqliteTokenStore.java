// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Credentials in a file that one process owns: being alone for an account is a lock in this
 * process, and a refresh holds up no other write.
 */
final class SqliteTokenStore implements TokenStore {

  private final Transactions transactions;
  private final TokenRows rows;
  private final Map<AccountId, ReentrantLock> locks = new ConcurrentHashMap<>();

  SqliteTokenStore(Transactions transactions, TokenRows rows) {
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
    ReentrantLock lock = locks.computeIfAbsent(account, key -> new ReentrantLock());
    lock.lock();
    try {
      Tokens changed = change.apply(find(account));
      DataCipher.Sealed sealed = rows.seal(account, changed);
      transactions.write(
          "save the tokens of " + account, connection -> rows.save(connection, account, sealed));
      return changed;
    } finally {
      lock.unlock();
    }
  }
}
