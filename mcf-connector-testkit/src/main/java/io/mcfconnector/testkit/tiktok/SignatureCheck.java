// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.testkit.http.Incoming;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Computes a request's signature from what arrived. Written for the simulator alone, so that a
 * client's mistake cannot hide in shared code.
 */
final class SignatureCheck {

  private static final Set<String> UNSIGNED = Set.of("sign", "access_token");

  private final String secret;

  SignatureCheck(String secret) {
    this.secret = secret;
  }

  boolean accepts(Incoming request) {
    return signature(request).equals(request.query().get("sign"));
  }

  private String signature(Incoming request) {
    StringBuilder text = new StringBuilder(secret).append(request.path());
    for (Map.Entry<String, String> parameter : new TreeMap<>(request.query()).entrySet()) {
      if (!UNSIGNED.contains(parameter.getKey())) {
        text.append(parameter.getKey()).append(parameter.getValue());
      }
    }
    if (!isMultipart(request.header("content-type"))) {
      text.append(request.body());
    }
    return hmac(text.append(secret).toString());
  }

  private static boolean isMultipart(@Nullable String contentType) {
    return contentType != null && contentType.startsWith("multipart/form-data");
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
