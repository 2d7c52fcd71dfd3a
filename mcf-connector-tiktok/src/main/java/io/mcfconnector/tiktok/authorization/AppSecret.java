// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

/**
 * The app's secret, which signs every request; printed as {@code ****}.
 *
 * @param value the secret as Partner Center shows it
 */
public record AppSecret(String value) {

  @Override
  public String toString() {
    return "****";
  }
}
