// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.model.OrderId;

/** Somebody else saved the record first: what this step found out is thrown away. */
final class StaleRecordException extends ConnectorException {

  private static final long serialVersionUID = 1L;

  StaleRecordException(OrderId orderId) {
    super("order " + orderId + " was changed by another thread or node");
  }
}
