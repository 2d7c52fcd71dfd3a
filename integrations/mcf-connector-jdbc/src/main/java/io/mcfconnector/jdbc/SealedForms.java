// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import java.time.Instant;

/**
 * What is sealed before it is stored. The context names the row, so that a sealed text opens in no
 * other one.
 */
final class SealedForms {

  private final DataCipher cipher;

  SealedForms(DataCipher cipher) {
    this.cipher = cipher;
  }

  static byte[] contextOfDestination(String orderId) {
    return ("destination/" + orderId).getBytes(UTF_8);
  }

  static byte[] contextOfToken(String account) {
    return ("token/" + account).getBytes(UTF_8);
  }

  DataCipher.Sealed seal(OrderId orderId, Address destination) {
    return seal(
        contextOfDestination(orderId.value()),
        new Fields()
            .put("name", destination.name())
            .put("line1", destination.line1())
            .put("line2", destination.line2())
            .put("line3", destination.line3())
            .put("city", destination.city())
            .put("stateOrRegion", destination.stateOrRegion())
            .put("postalCode", destination.postalCode())
            .put("countryCode", destination.countryCode())
            .put("phone", destination.phone()));
  }

  Address destination(String orderId, DataCipher.Sealed sealed) {
    StoredPart stored =
        StoredPart.parse(
            "the destination of order " + orderId, open(sealed, contextOfDestination(orderId)));
    return new Address(
        stored.text("name"),
        stored.text("line1"),
        stored.text("line2"),
        stored.text("line3"),
        stored.text("city"),
        stored.text("stateOrRegion"),
        stored.text("postalCode"),
        stored.text("countryCode"),
        stored.text("phone"));
  }

  DataCipher.Sealed seal(AccountId account, Tokens tokens) {
    AccessToken accessToken = tokens.accessToken();
    return seal(
        contextOfToken(account.value()),
        new Fields()
            .put("accessToken", accessToken == null ? null : accessToken.value())
            .put("accessExpiresAt", tokens.accessExpiresAt())
            .put("refreshToken", tokens.refreshToken().value())
            .put("refreshExpiresAt", tokens.refreshExpiresAt()));
  }

  Tokens tokens(String account, DataCipher.Sealed sealed) {
    StoredPart stored =
        StoredPart.parse("the tokens of " + account, open(sealed, contextOfToken(account)));
    return new Tokens(
        stored.valueOrNull("accessToken", AccessToken::new),
        stored.value("accessExpiresAt", Instant::parse),
        stored.value("refreshToken", RefreshToken::new),
        stored.valueOrNull("refreshExpiresAt", Instant::parse));
  }

  private DataCipher.Sealed seal(byte[] context, Fields fields) {
    return cipher.seal(StoredPart.toJson(fields.toMap()).getBytes(UTF_8), context);
  }

  private String open(DataCipher.Sealed sealed, byte[] context) {
    return new String(cipher.open(sealed, context), UTF_8);
  }
}
