// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/**
 * An invented buyer's address in the United States. Prints only the state.
 *
 * @param name first and last name
 * @param phone as TikTok shows it, such as {@code (+1)5105550147}
 * @param line1 street and number
 * @param line2 unit; empty without one
 * @param city name of the city
 * @param county name of the county
 * @param state full name of the state
 * @param postalCode ZIP or ZIP+4
 */
public record Recipient(
    String name,
    String phone,
    String line1,
    String line2,
    String city,
    String county,
    String state,
    String postalCode) {

  @Override
  public String toString() {
    return "Recipient[" + state + "]";
  }
}
