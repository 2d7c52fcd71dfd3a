// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Tokens;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SellerAuthorizationIT {

  private static final URI REDIRECT = URI.create("https://shop.example/callback?a=b");

  private final SimulatedSeller seller = SimulatedSeller.start(OutboundVersion.V2026_07_04);
  private final SellerAuthorization authorization =
      SellerAuthorization.builder(seller.amazon.clientId(), seller.amazon.clientSecret())
          .lwaUrl(URI.create(seller.amazon.lwaUrl()))
          .clock(seller.time.clock())
          .build();

  @AfterEach
  void close() {
    authorization.close();
    seller.close();
  }

  @Test
  void exchange_codeOfAConsent_givesTheRefreshToken() {
    Tokens tokens = authorization.exchange(seller.amazon.consent(REDIRECT.toString()), REDIRECT);

    assertThat(tokens.refreshToken().value()).isEqualTo(seller.amazon.refreshToken());
    assertThat(tokens.accessToken()).isNotNull();
    assertThat(tokens.accessExpiresAt()).isEqualTo(SimulatedSeller.START.plusSeconds(3600));
    assertThat(tokens.toString()).doesNotContain("SIMULATED");
  }

  @Test
  void exchange_usedLateOrForeignCode_isLost() {
    String used = seller.amazon.consent(REDIRECT.toString());
    authorization.exchange(used, REDIRECT);
    String foreign = seller.amazon.consent("https://other.example");
    String late = seller.amazon.consent(REDIRECT.toString());
    seller.at(Duration.ofMinutes(6));

    for (String code : new String[] {used, foreign, late, "never"}) {
      assertThat(failure(code).kind()).isEqualTo(FailureKind.AUTHORIZATION_LOST);
    }
  }

  @Test
  void exchange_noCode_isRefusedBeforeItIsSent() {
    assertThat(failure(" ").kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(failure("a\nb").jsonPath()).contains("code");

    assertThat(seller.amazon.exchanges()).isEmpty();
  }

  @Test
  void build_secretWouldGoInTheClear_throws() {
    assertThatThrownBy(
            () ->
                SellerAuthorization.builder("client", "secret-canary")
                    .lwaUrl(URI.create("http://lwa.example/token"))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("lwaUrl")
        .hasMessageNotContaining("canary");
  }

  private ApiException failure(String code) {
    return catchThrowableOfType(ApiException.class, () -> authorization.exchange(code, REDIRECT));
  }
}
