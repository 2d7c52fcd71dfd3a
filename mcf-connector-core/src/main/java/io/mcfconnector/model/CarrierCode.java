// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The fulfillment network's free text for who moves a parcel.
 *
 * @param value the text as the platform gives it; not blank, at most 100 characters
 */
public record CarrierCode(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public CarrierCode {
    Ids.check("CarrierCode", value, 100);
  }

  /** Returns the id of this text. */
  public static CarrierCode of(String value) {
    return new CarrierCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
