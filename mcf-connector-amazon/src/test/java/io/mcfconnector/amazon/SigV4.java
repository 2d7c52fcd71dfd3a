// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;

/**
 * AWS Signature Version 4 once more, written from its specification with the JDK alone. Works on
 * what arrived at the server, so it also sees what the HTTP client changed.
 */
final class SigV4 {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private SigV4() {}

  /** Returns the {@code Authorization} header that a request should have. */
  static String authorization(
      RecordedRequest request, String accessKey, String secretKey, String region) {
    String given = Objects.requireNonNull(request.getHeaders().get("Authorization"));
    String names = given.replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
    String time = Objects.requireNonNull(request.getHeaders().get("x-amz-date"));
    String scope = time.substring(0, 8) + "/" + region + "/execute-api/aws4_request";
    String toSign =
        "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(canonical(request, names));
    byte[] key = hmac(("AWS4" + secretKey).getBytes(UTF_8), time.substring(0, 8));
    for (String part : List.of(region, "execute-api", "aws4_request")) {
      key = hmac(key, part);
    }
    return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(accessKey, scope, names, HexFormat.of().formatHex(hmac(key, toSign)));
  }

  private static String canonical(RecordedRequest request, String names) {
    String[] target = request.getTarget().split("\\?", 2);
    String headers =
        Arrays.stream(names.split(";"))
            .map(name -> name + ":" + request.getHeaders().get(name) + "\n")
            .collect(Collectors.joining());
    // The path is encoded once more than on the wire, the query is not.
    String path =
        Arrays.stream(target[0].split("/", -1)).map(SigV4::encode).collect(Collectors.joining("/"));
    return String.join(
        "\n",
        request.getMethod(),
        path,
        query(target.length == 1 ? "" : target[1]),
        headers,
        names,
        sha256(FakeAmazon.body(request)));
  }

  private static String query(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      pairs.add(
          encode(URLDecoder.decode(parts[0], UTF_8))
              + "="
              + encode(URLDecoder.decode(parts[1], UTF_8)));
    }
    return pairs.stream().sorted().collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
