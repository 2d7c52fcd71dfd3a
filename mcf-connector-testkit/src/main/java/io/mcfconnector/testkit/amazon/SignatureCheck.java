// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.testkit.http.Incoming;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Verifies AWS Signature Version 4, written from the specification with the JDK's crypto alone. */
final class SignatureCheck {

  private static final String SERVICE = "execute-api";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, *"
              + "SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})");

  private final String accessKey;
  private final String secretKey;
  private final String region;

  SignatureCheck(String accessKey, String secretKey, String region) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.region = region;
  }

  void check(Incoming request, Instant now) {
    String authorization = request.header("authorization");
    if (authorization == null) {
      throw refusal("MissingAuthenticationToken", "Missing Authentication Token");
    }
    Matcher parts = AUTHORIZATION.matcher(authorization);
    if (!parts.matches()) {
      throw refusal("IncompleteSignature", "The Authorization header is not a valid signature.");
    }
    if (!parts.group(1).equals(accessKey)) {
      throw refusal("UnrecognizedClient", "The security token included in the request is invalid.");
    }
    String date = date(request.header("x-amz-date"), now);
    String scope = String.join("/", parts.group(2), region, SERVICE, "aws4_request");
    boolean rightScope =
        date.startsWith(parts.group(2))
            && parts.group(3).equals(region)
            && parts.group(4).equals(SERVICE);
    List<String> signed = List.of(parts.group(5).split(";"));
    if (!rightScope
        || !signed.containsAll(List.of("host", "x-amz-date"))
        || !signed.equals(signed.stream().sorted().toList())
        || !signature(request, date, scope, signed).equals(parts.group(6))) {
      throw mismatch();
    }
  }

  private static String date(@Nullable String date, Instant now) {
    try {
      Instant signedAt =
          LocalDateTime.parse(date == null ? "" : date, DATE).toInstant(ZoneOffset.UTC);
      if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0 && date != null) {
        return date;
      }
    } catch (DateTimeException e) {
      throw mismatch();
    }
    throw refusal("InvalidSignature", "Signature expired: the request was signed at another time.");
  }

  private String signature(Incoming request, String date, String scope, List<String> signed) {
    StringBuilder canonical = new StringBuilder();
    canonical.append(request.method()).append('\n');
    canonical.append(canonicalPath(request.path())).append('\n');
    canonical.append(canonicalQuery(request.rawQuery())).append('\n');
    for (String name : signed) {
      String value = request.header(name);
      if (value == null) {
        throw mismatch();
      }
      canonical.append(name).append(':').append(value.strip().replaceAll(" +", " ")).append('\n');
    }
    canonical.append('\n').append(String.join(";", signed)).append('\n');
    canonical.append(payloadHash(request));
    String toSign =
        String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(utf8(canonical.toString())));
    byte[] key = utf8("AWS4" + secretKey);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String payloadHash(Incoming request) {
    String actual = sha256(request.bodyBytes());
    String declared = request.header("x-amz-content-sha256");
    if (declared != null && !declared.equals(actual)) {
      throw mismatch();
    }
    return actual;
  }

  /** Every service but S3 signs the path with its escapes escaped once more. */
  private static String canonicalPath(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(SignatureCheck::escape)
        .collect(Collectors.joining("/"));
  }

  private static String canonicalQuery(String rawQuery) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(Map.entry(escape(unescape(name)), escape(unescape(value))));
      }
    }
    return pairs.stream()
        .sorted(
            Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal mismatch() {
    return refusal(
        "InvalidSignature",
        "The request signature we calculated does not match the signature you provided. Check"
            + " your AWS Secret Access Key and signing method. Consult the service documentation"
            + " for details.");
  }

  private static Refusal refusal(String code, String message) {
    return new Refusal(403, code, message, "", code + "Exception");
  }
}
