// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.tiktok.authorization.AppSecret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's request signature: HMAC-SHA256 with the app secret over secret, path, sorted query,
 * body, secret; in lower-case hexadecimal, since upper case is refused.
 */
final class RequestSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private RequestSignature() {}

  /**
   * Returns the signature of a request.
   *
   * @param url with every query parameter; {@code sign} and {@code access_token} do not count
   * @param body the exact bytes sent; {@code null} without a body and for {@code
   *     multipart/form-data}, which is not signed
   */
  static String of(AppSecret secret, HttpUrl url, byte @Nullable [] body) {
    byte[] key = secret.value().getBytes(UTF_8);
    Mac mac = mac(key);
    mac.update(key);
    mac.update(url.encodedPath().getBytes(UTF_8));
    for (String name : new TreeSet<>(url.queryParameterNames())) {
      if (!name.equals("sign") && !name.equals("access_token")) {
        // The decoded value: percent-encoding belongs to the URL only.
        String value = url.queryParameter(name);
        mac.update((name + (value == null ? "" : value)).getBytes(UTF_8));
      }
    }
    if (body != null) {
      mac.update(body);
    }
    mac.update(key);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
