// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.store.InMemoryOrderStore;

class InMemoryOrderStoreContractTest extends OrderStoreContract {

  @Override
  protected OrderStore open() {
    return new InMemoryOrderStore();
  }
}
