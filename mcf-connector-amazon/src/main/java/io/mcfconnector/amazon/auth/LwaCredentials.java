// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import io.mcfconnector.model.RefreshToken;

/**
 * What Login with Amazon asks of an application that acts for a seller.
 *
 * @param clientId the application's id
 * @param clientSecret the application's secret; Amazon lets it live for 180 days
 * @param refreshToken the seller's authorization; Amazon does not replace it
 */
public record LwaCredentials(String clientId, String clientSecret, RefreshToken refreshToken) {

  @Override
  public String toString() {
    return "LwaCredentials[" + clientId + ", ****]";
  }
}
