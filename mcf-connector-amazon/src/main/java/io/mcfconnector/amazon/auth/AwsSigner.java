// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs calls with AWS Signature Version 4 for the service {@code execute-api}. Thread-safe. */
public final class AwsSigner {

  private static final String SERVICE = "execute-api";

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsIdentity identity;
  private final String region;
  private final Clock clock;

  /**
   * Creates a signer.
   *
   * @param credentials whose signature
   * @param region the AWS region of the endpoint
   * @param clock tells the time of signing
   */
  public AwsSigner(AwsCredentials credentials, String region, Clock clock) {
    this.identity = AwsCredentialsIdentity.create(credentials.accessKey(), credentials.secretKey());
    this.region = region;
    this.clock = clock;
  }

  /**
   * Returns the headers that sign a request, {@code Authorization} and {@code X-Amz-Date} among
   * them.
   *
   * @param method the HTTP method
   * @param uri the whole address, encoded as it goes out
   * @param headers the other headers to be signed
   * @param body the body; empty when there is none
   */
  public Map<String, String> sign(
      String method, URI uri, Map<String, String> headers, byte[] body) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
    headers.forEach(request::putHeader);
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(identity)
                    .request(request.build())
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    Map<String, String> added = new HashMap<>();
    signed
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!headers.containsKey(name)) {
                added.put(name, String.join(",", values));
              }
            });
    return added;
  }
}
