// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

/**
 * Hears what becomes of messages that no router took. Called on the consumer's thread; must return
 * quickly. What it throws is logged and hurts nothing.
 */
@FunctionalInterface
public interface QueueListener {

  /** Called once for each event. */
  void onEvent(QueueEvent event);
}
