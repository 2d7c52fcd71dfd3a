// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Duration;

/**
 * What goes wrong with the webhooks of a simulated shop; the same each time for one seed.
 *
 * @param lost share of the messages that are never sent, from 0 to 1
 * @param doubled share of the messages that are sent twice
 * @param longestDelay each message is late by a random time up to this one, which mixes their order
 * @param seed chooses which
 */
public record WebhookFaults(double lost, double doubled, Duration longestDelay, long seed) {

  /** Every message comes once, at once and in order. */
  public static final WebhookFaults NONE = new WebhookFaults(0, 0, Duration.ZERO, 0);
}
