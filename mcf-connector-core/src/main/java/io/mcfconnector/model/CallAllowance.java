// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * What a platform's quota lets through of one operation: a token bucket as it is now.
 *
 * @param permits calls that may go at once; below zero while the platform wants us to wait
 * @param burst most permits that can be saved up; at least 1
 * @param permitsPerSecond permits that come back in a second, as the platform told last; above 0
 */
public record CallAllowance(long permits, int burst, double permitsPerSecond) {

  /** Checks the figures. */
  public CallAllowance {
    if (burst < 1 || !(permitsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "an allowance needs a burst of at least 1 and a rate above 0, but has "
              + burst
              + " and "
              + permitsPerSecond
              + "/s");
    }
  }
}
