// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * The sales channel's id of a buyer's order; unique within a store.
 *
 * @param value the text as the platform gives it; not blank, at most 64 characters
 */
public record OrderId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public OrderId {
    Ids.check("OrderId", value, 64);
  }

  /** Returns the id of this text. */
  public static OrderId of(String value) {
    return new OrderId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
