// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.event;

/**
 * Hears what the router does. Called on the router's threads after the store has the change; must
 * return quickly. What it throws is logged and hurts nothing.
 */
@FunctionalInterface
public interface RouterListener {

  /** Called once for each event. */
  void onEvent(RouterEvent event);
}
