// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

/**
 * Keys of an AWS user, for those who still sign their calls. Amazon ignores the signature since
 * October 2023, so they are never required.
 *
 * @param accessKey the id of the key
 * @param secretKey the key
 */
public record AwsCredentials(String accessKey, String secretKey) {

  @Override
  public String toString() {
    return "AwsCredentials[****]";
  }
}
