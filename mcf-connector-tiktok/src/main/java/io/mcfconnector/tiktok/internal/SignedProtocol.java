// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.token.TokenKeeper;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * TikTok Shop's API host: token in a header, everything else signed. Thread-safe.
 *
 * <p>A call whose time TikTok refused was not looked at any further, so it did nothing: with the
 * time corrected it goes once more, even a write.
 */
public final class SignedProtocol implements Protocol {

  private static final String TOKEN_HEADER = "x-tts-access-token";

  private final String appKey;
  private final AppSecret appSecret;
  private final TokenKeeper tokens;
  private final @Nullable Supplier<String> shopCipher;
  private final SigningClock clock;

  /**
   * Creates the protocol.
   *
   * @param shopCipher the shop that calls are about; {@code null} for calls about the seller, which
   *     refuse a cipher
   * @param clock the same for all protocols of a client
   */
  public SignedProtocol(
      String appKey,
      AppSecret appSecret,
      TokenKeeper tokens,
      @Nullable Supplier<String> shopCipher,
      SigningClock clock) {
    this.appKey = appKey;
    this.appSecret = appSecret;
    this.tokens = tokens;
    this.shopCipher = shopCipher;
    this.clock = clock;
  }

  @Override
  public Request sign(Request request) {
    HttpUrl.Builder url = request.url().newBuilder().setQueryParameter("app_key", appKey);
    if (shopCipher != null) {
      url.setQueryParameter("shop_cipher", shopCipher.get());
    }
    String token = tokens.accessToken().value();
    // Last: cipher and token may take calls of their own, one of which may correct the time.
    Duration correction = clock.correction();
    url.setQueryParameter("timestamp", Long.toString(clock.instant(correction).getEpochSecond()));
    String sign = RequestSignature.of(appSecret, url.build(), signedBytes(request.body()));
    return request
        .newBuilder()
        .url(url.setQueryParameter("sign", sign).build())
        .header(TOKEN_HEADER, token)
        .header("Content-Type", "application/json")
        .tag(Duration.class, correction)
        .build();
  }

  @Override
  public Answer accept(Answer answer) {
    clock.hear(answer);
    Envelope envelope = Envelope.of(answer);
    if (envelope.isTimeRefused()) {
      clock.correct(answer);
    }
    return envelope.unwrap();
  }

  @Override
  public boolean signsOtherwise(Request refused) {
    return !clock.correction().equals(refused.tag(Duration.class));
  }

  @Override
  public boolean renewCredentials(Request refused) {
    String token = refused.header(TOKEN_HEADER);
    tokens.replace(token == null ? null : new AccessToken(token));
    return true;
  }

  @Override
  public boolean changeAuthorization(Request refused) {
    String token = refused.header(TOKEN_HEADER);
    return token != null && tokens.turnToConfigured(new AccessToken(token));
  }

  private static byte @Nullable [] signedBytes(@Nullable RequestBody body) {
    if (body == null) {
      return null;
    }
    Buffer bytes = new Buffer();
    try {
      body.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory cannot fail", e);
    }
    return bytes.readByteArray();
  }
}
