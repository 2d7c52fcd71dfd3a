// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the credentials of accounts live.
 *
 * <p>Contract; the testkit's {@code TokenStoreContract} has a test for each clause:
 *
 * <ol>
 *   <li>{@link #find} returns what was stored last for the account.
 *   <li>{@link #update} runs the function with what is stored, alone for this account in the whole
 *       deployment, stores the result, and returns it after it is stored. A platform may replace
 *       both tokens with one refresh, so a result that is used before it is stored can lock the
 *       seller out.
 *   <li>When the function throws, nothing changes and the exception reaches the caller.
 *   <li>Updates of different accounts do not wait for each other.
 *   <li>A durable store encrypts what it stores.
 * </ol>
 */
public interface TokenStore {

  /** Returns the credentials of an account. */
  Optional<Tokens> find(AccountId account);

  /** Replaces the credentials of an account by what the function makes of them. */
  Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change);
}
