// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

/**
 * Keys of an AWS user that may receive and delete the messages of the queue.
 *
 * @param accessKeyId the id of the key
 * @param secretAccessKey the key
 */
public record AwsKeys(String accessKeyId, String secretAccessKey) {

  @Override
  public String toString() {
    return "AwsKeys[****]";
  }
}
