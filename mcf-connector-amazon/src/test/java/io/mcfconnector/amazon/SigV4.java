// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;

/**
 * AWS Signature Version 4 once more, written from its specification with the JDK alone. Works on
 * what arrived at the server, so it also sees what the HTTP client changed.
 *
 * @param method HTTP method
 * @param path path as sent
 * @param query query as sent; empty without one
 * @param headers all headers
 * @param body body as text
 */
public record SigV4(
    String method, String path, String query, Map<String, String> headers, String body) {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** Sorts the headers by lower-case name. */
  public SigV4 {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  /** Returns the {@code Authorization} header that a request should have. */
  static String authorization(
      RecordedRequest request, String accessKey, String secretKey, String region) {
    String[] target = request.getTarget().split("\\?", 2);
    Map<String, String> headers = new TreeMap<>();
    request.getHeaders().names().forEach(name -> headers.put(name, request.getHeaders().get(name)));
    return new SigV4(
            request.getMethod(),
            target[0],
            target.length == 1 ? "" : target[1],
            headers,
            FakeAmazon.body(request))
        .authorization(accessKey, secretKey, region, "execute-api");
  }

  /** Returns the header for the signed headers that the request itself names. */
  public String authorization(String accessKey, String secretKey, String region, String service) {
    String names = header("Authorization").replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
    String scope = header("x-amz-date").substring(0, 8) + "/" + region + "/" + service;
    return "AWS4-HMAC-SHA256 Credential=%s/%s/aws4_request, SignedHeaders=%s, Signature=%s"
        .formatted(accessKey, scope, names, signature(secretKey, region, service, names));
  }

  /** Returns the signature over some headers. */
  public String signature(String secretKey, String region, String service, String names) {
    String time = header("x-amz-date");
    String day = time.substring(0, 8);
    String scope = day + "/" + region + "/" + service + "/aws4_request";
    String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(canonical(names));
    byte[] key = hmac(("AWS4" + secretKey).getBytes(UTF_8), day);
    for (String part : List.of(region, service, "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private String canonical(String names) {
    String signed =
        Arrays.stream(names.split(";"))
            .map(name -> name + ":" + header(name).strip().replaceAll(" +", " ") + "\n")
            .collect(Collectors.joining());
    // The path is encoded once more than on the wire, the query is not.
    String encoded =
        Arrays.stream(path.split("/", -1)).map(SigV4::encode).collect(Collectors.joining("/"));
    return String.join("\n", method, encoded, canonicalQuery(), signed, names, sha256(body));
  }

  /** Sorted by name and then by value: the sign between them must not count. */
  private String canonicalQuery() {
    List<List<String>> pairs = new ArrayList<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length == 1 ? "" : parts[1];
      pairs.add(
          List.of(
              encode(URLDecoder.decode(parts[0], UTF_8)), encode(URLDecoder.decode(value, UTF_8))));
    }
    return pairs.stream()
        .sorted(
            Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(p -> p.get(1)))
        .map(pair -> String.join("=", pair))
        .collect(Collectors.joining("&"));
  }

  private String header(String name) {
    return Objects.requireNonNull(headers.get(name), name);
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
