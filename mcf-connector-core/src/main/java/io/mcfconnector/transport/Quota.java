// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

/**
 * What a platform allows one account to call of one operation: a token bucket.
 *
 * @param permitsPerSecond refill rate; above 0
 * @param burst size of the bucket; at least 1
 */
public record Quota(double permitsPerSecond, int burst) {

  /** Checks the figures. */
  public Quota {
    if (!(permitsPerSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(
          "a quota needs a rate above 0 and a burst of at least 1, but has "
              + permitsPerSecond
              + "/s and "
              + burst);
    }
  }
}
