// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import java.net.URI;

/**
 * A region of the Selling Partner API. A seller's authorization counts in one region only.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/sp-api-endpoints">Amazon's list</a>
 */
public enum Region {
  /** The Americas. */
  NORTH_AMERICA("na", "us-east-1"),
  /** Europe, the Middle East, Africa and India. */
  EUROPE("eu", "eu-west-1"),
  /** Japan, Australia and Singapore. */
  FAR_EAST("fe", "us-west-2");

  private final URI endpoint;
  private final URI sandboxEndpoint;
  private final String awsRegion;

  Region(String code, String awsRegion) {
    String host = "sellingpartnerapi-" + code + ".amazon.com";
    this.endpoint = URI.create("https://" + host);
    this.sandboxEndpoint = URI.create("https://sandbox." + host);
    this.awsRegion = awsRegion;
  }

  /** Returns where calls go. */
  public URI endpoint() {
    return endpoint;
  }

  /** Returns where calls go that must not have effects. */
  public URI sandboxEndpoint() {
    return sandboxEndpoint;
  }

  /** Returns the AWS region, such as {@code us-east-1}. */
  public String awsRegion() {
    return awsRegion;
  }
}
