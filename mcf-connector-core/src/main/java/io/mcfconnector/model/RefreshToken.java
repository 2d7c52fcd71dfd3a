// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * A secret that yields access tokens; printed as {@code ****}.
 *
 * @param value the token
 */
public record RefreshToken(String value) {

  @Override
  public String toString() {
    return "****";
  }
}
