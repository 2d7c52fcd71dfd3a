// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * A secret that opens a platform for a short time; printed as {@code ****}.
 *
 * @param value the token
 */
public record AccessToken(String value) {

  @Override
  public String toString() {
    return "****";
  }
}
