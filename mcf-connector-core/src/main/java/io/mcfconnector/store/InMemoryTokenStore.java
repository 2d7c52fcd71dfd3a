// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.store;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps credentials in memory; after a restart the configured ones count again. Enough for Amazon,
 * whose refresh tokens do not change. Thread-safe.
 */
public final class InMemoryTokenStore implements TokenStore {

  private final Map<AccountId, Tokens> tokens = new ConcurrentHashMap<>();
  // Locks instead of the map's own: a refresh does I/O, which must neither pin virtual threads nor
  // block another account in the same bin.
  private final Map<AccountId, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Creates an empty store. */
  public InMemoryTokenStore() {}

  @Override
  public Optional<Tokens> find(AccountId account) {
    return Optional.ofNullable(tokens.get(account));
  }

  @Override
  public Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change) {
    ReentrantLock lock = locks.computeIfAbsent(account, key -> new ReentrantLock());
    lock.lock();
    try {
      Tokens changed = change.apply(find(account));
      tokens.put(account, changed);
      return changed;
    } finally {
      lock.unlock();
    }
  }
}
