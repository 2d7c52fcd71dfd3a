// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouterBuilder;

/**
 * A bean that sets what the properties do not: called with the router's builder before it builds.
 */
@FunctionalInterface
public interface OrderRouterCustomizer {

  /** Sets options of the router. */
  void customize(OrderRouterBuilder builder);
}
