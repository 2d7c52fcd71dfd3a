// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

/**
 * A message as the queue gives it.
 *
 * @param id the queue's id of it
 * @param receipt what this receive of it is deleted with
 * @param receives how often it was given, approximately
 * @param body what it says
 */
record Message(String id, String receipt, int receives, String body) {

  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
