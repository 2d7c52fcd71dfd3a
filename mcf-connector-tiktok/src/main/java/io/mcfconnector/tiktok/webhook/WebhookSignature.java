// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.tiktok.authorization.AppSecret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that TikTok sent a webhook: its {@code Authorization} header is the HMAC-SHA256 of app key
 * and body with the app secret, in lower-case hexadecimal and without a scheme word. Thread-safe.
 *
 * <p>No time is signed, so a message that was seen once can be sent again by anybody: look for
 * repeats, and read the order instead of believing the message.
 */
public final class WebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] appKey;
  private final SecretKeySpec key;

  /**
   * Creates a check for one app.
   *
   * @param appKey the app's key
   * @param appSecret its secret
   */
  public WebhookSignature(String appKey, AppSecret appSecret) {
    this.appKey = appKey.getBytes(UTF_8);
    this.key = new SecretKeySpec(appSecret.value().getBytes(UTF_8), ALGORITHM);
  }

  /**
   * Returns whether a message is TikTok's.
   *
   * @param authorization the header as it came; {@code null} when there was none
   * @param body the exact bytes that came, before any parsing
   */
  public boolean accepts(@Nullable String authorization, byte[] body) {
    // In constant time, so that nobody can guess the signature byte by byte.
    return authorization != null
        && MessageDigest.isEqual(authorization.getBytes(UTF_8), expected(body).getBytes(US_ASCII));
  }

  private String expected(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(appKey);
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSignature[****]";
  }
}
