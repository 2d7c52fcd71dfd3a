// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The number of one parcel, of its carrier or of the fulfillment network.
 *
 * @param value the text as the platform gives it; not blank, at most 100 characters
 */
public record TrackingNumber(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public TrackingNumber {
    Ids.check("TrackingNumber", value, 100);
  }

  /** Returns the id of this text. */
  public static TrackingNumber of(String value) {
    return new TrackingNumber(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
