// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Login with Amazon: gives out access tokens and knows them again. */
final class LwaDesk {

  private static final int LIFE_SECONDS = 3600;
  private static final int CODE_LIFE_SECONDS = 300;
  private static final String SELLER = "seller";
  private static final String NOTIFICATIONS = "sellingpartnerapi::notifications";

  private final String clientId;
  private final String clientSecret;
  private final String refreshToken;
  private final Map<String, Token> issued = new HashMap<>();
  private boolean revoked;
  private int count;

  /** One-time codes of consents, with where the seller was sent. */
  private final Map<String, Code> codes = new HashMap<>();

  private record Token(Instant expiresAt, String scope) {}

  private record Code(String redirectUri, Instant expiresAt) {}

  LwaDesk(String clientId, String clientSecret, String refreshToken) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.refreshToken = refreshToken;
  }

  /** The seller takes the authorization back. */
  void revoke() {
    revoked = true;
    issued.clear();
  }

  Reply requestAccessToken(Incoming request, Instant now) {
    Map<String, String> fields = fields(request);
    if (fields == null) {
      return error(400, "invalid_request", "The request must be form encoded");
    }
    if (!clientId.equals(fields.get("client_id"))
        || !clientSecret.equals(fields.get("client_secret"))) {
      return error(401, "invalid_client", "Client authentication failed");
    }
    String grantType = fields.getOrDefault("grant_type", "");
    return switch (grantType) {
      case "refresh_token" -> refresh(fields, now);
      case "client_credentials" -> grantless(fields, now);
      case "authorization_code" -> exchange(fields, now);
      case "" -> missing("grant_type");
      default ->
          error(
              400,
              "unsupported_grant_type",
              "The authorization grant type is not supported by the authorization server");
    };
  }

  /** The seller consents again; returns the code that proves it. */
  String consent(String redirectUri, Instant now) {
    revoked = false;
    String code = "SIMULATED-CODE-" + ++count;
    codes.put(code, new Code(redirectUri, now.plusSeconds(CODE_LIFE_SECONDS)));
    return code;
  }

  /** Refuses a call without a token that is good for what it asks now. */
  void check(@Nullable String accessToken, boolean grantless, Instant now) {
    if (accessToken == null || accessToken.isEmpty()) {
      throw Refusal.denied("Access token is missing in the request header.");
    }
    Token token = issued.get(accessToken);
    if (token == null) {
      throw Refusal.denied("The access token you provided is revoked, malformed or invalid.");
    }
    if (!now.isBefore(token.expiresAt())) {
      throw Refusal.denied("The access token you provided has expired.");
    }
    if (!token.scope().equals(grantless ? NOTIFICATIONS : SELLER)) {
      throw Refusal.denied("");
    }
  }

  private Reply refresh(Map<String, String> fields, Instant now) {
    String sent = fields.get("refresh_token");
    if (sent == null) {
      return missing("refresh_token");
    }
    if (fields.containsKey("scope")) {
      return error(400, "invalid_request", "scope and refresh_token exclude each other");
    }
    if (revoked || !refreshToken.equals(sent)) {
      return error(
          400,
          "invalid_grant",
          "The request has an invalid grant parameter : refresh_token. User may have revoked or"
              + " didn't grant the permission.");
    }
    return Wire.reply(
        200,
        Wire.object(
            "access_token",
            issue(now, SELLER),
            "refresh_token",
            refreshToken,
            "token_type",
            "bearer",
            "expires_in",
            LIFE_SECONDS));
  }

  private Reply exchange(Map<String, String> fields, Instant now) {
    String redirectUri = fields.getOrDefault("redirect_uri", "");
    if (redirectUri.isEmpty()) {
      return missing("redirect_uri");
    }
    Code code = codes.remove(fields.getOrDefault("code", ""));
    if (code == null || !code.redirectUri().equals(redirectUri) || now.isAfter(code.expiresAt())) {
      return error(400, "invalid_grant", "The request has an invalid grant parameter : code");
    }
    return Wire.reply(
        200,
        Wire.object(
            "access_token",
            issue(now, SELLER),
            "refresh_token",
            refreshToken,
            "token_type",
            "bearer",
            "expires_in",
            LIFE_SECONDS));
  }

  private Reply grantless(Map<String, String> fields, Instant now) {
    String scope = fields.getOrDefault("scope", "");
    if (scope.isEmpty()) {
      return missing("scope");
    }
    if (fields.containsKey("refresh_token")) {
      return error(400, "invalid_request", "scope and refresh_token exclude each other");
    }
    if (!scope.startsWith("sellingpartnerapi::")) {
      return error(400, "invalid_scope", "The requested scope is invalid");
    }
    return Wire.reply(
        200,
        Wire.object(
            "access_token",
            issue(now, scope),
            "token_type",
            "bearer",
            "expires_in",
            LIFE_SECONDS,
            "scope",
            scope));
  }

  private String issue(Instant now, String scope) {
    String token = "Atza|SIMULATED-" + ++count;
    issued.put(token, new Token(now.plusSeconds(LIFE_SECONDS), scope));
    return token;
  }

  private static @Nullable Map<String, String> fields(Incoming request) {
    String type = request.header("content-type");
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      return null;
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : request.body().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return fields;
  }

  private static Reply missing(String field) {
    return error(400, "invalid_request", "The request is missing a required parameter : " + field);
  }

  private static Reply error(int status, String error, String description) {
    return Wire.reply(status, Wire.object("error_description", description, "error", error));
  }
}
