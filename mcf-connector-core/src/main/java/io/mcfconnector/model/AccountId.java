// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * One authorization at one platform; tokens and quotas belong to it.
 *
 * @param value the text as the platform gives it; not blank, at most 128 characters
 */
public record AccountId(String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public AccountId {
    Ids.check("AccountId", value, 128);
  }

  /** Returns the id of this text. */
  public static AccountId of(String value) {
    return new AccountId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
