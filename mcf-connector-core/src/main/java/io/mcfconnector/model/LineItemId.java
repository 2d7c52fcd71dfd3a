// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * One unit of a SKU within an order, as the sales channel names it.
 *
 * @param value the text as the platform gives it; not blank, at most 64 characters
 */
public record LineItemId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public LineItemId {
    Ids.check("LineItemId", value, 64);
  }

  /** Returns the id of this text. */
  public static LineItemId of(String value) {
    return new LineItemId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
