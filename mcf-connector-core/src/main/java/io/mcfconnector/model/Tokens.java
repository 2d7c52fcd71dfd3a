// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of one account at one moment.
 *
 * @param accessToken opens the platform; {@code null} before the first refresh
 * @param accessExpiresAt end of the access token
 * @param refreshToken yields the next access token
 * @param refreshExpiresAt end of the authorization; {@code null} when the platform names none
 */
public record Tokens(
    @Nullable AccessToken accessToken,
    Instant accessExpiresAt,
    RefreshToken refreshToken,
    @Nullable Instant refreshExpiresAt) {

  @Override
  public String toString() {
    return "Tokens[until " + accessExpiresAt + "]";
  }

  /** Returns credentials of which only the refresh token is known yet. */
  public static Tokens of(RefreshToken refreshToken) {
    return new Tokens(null, Instant.EPOCH, refreshToken, null);
  }
}
