// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryTokenStore;

class InMemoryTokenStoreContractTest extends TokenStoreContract {

  @Override
  protected TokenStore open() {
    return new InMemoryTokenStore();
  }
}
