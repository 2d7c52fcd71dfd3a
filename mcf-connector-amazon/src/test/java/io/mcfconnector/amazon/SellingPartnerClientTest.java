// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.RefreshToken;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SellingPartnerClientTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "AMAZON_CLIENT_ID", "client-1",
          "AMAZON_CLIENT_SECRET", "secret-canary",
          "AMAZON_REFRESH_TOKEN", "Atzr|canary");

  @Test
  void fromEnv_onlyRequiredVariables_usesDefaults() {
    try (SellingPartnerClient client = SellingPartnerClient.fromEnv(REQUIRED)) {
      assertThat(client.marketplace()).isEqualTo(Marketplace.US);
      assertThat(client.outboundVersion()).isEqualTo(OutboundVersion.V2026_07_04);
      assertThat(client.account().value()).matches("amazon/[0-9a-f]{16}");
    }
  }

  @Test
  void fromEnv_everyVariable_isTaken() {
    Map<String, String> environment = new HashMap<>(REQUIRED);
    environment.putAll(
        Map.of(
            "AMAZON_MARKETPLACE_ID", "A1F83G8C2ARO7P",
            "AMAZON_SELLER_ID", " A3EXAMPLE ",
            "AMAZON_REGION", "eu-west-1",
            "AMAZON_API_BASE_URL", "http://localhost:3000",
            "AMAZON_LWA_URL", "https://lwa.example.com/token",
            "AMAZON_AWS_ACCESS_KEY", "AKIDEXAMPLE",
            "AMAZON_AWS_SECRET_KEY", "secret-canary",
            "AMAZON_OUTBOUND_VERSION", "2020-07-01",
            "AMAZON_OUTBOUND_READ_VERSION", "2026-07-04"));

    try (SellingPartnerClient client = SellingPartnerClient.fromEnv(environment)) {
      assertThat(client.marketplace()).isEqualTo(Marketplace.GB);
      assertThat(client.outboundVersion()).isEqualTo(OutboundVersion.V2020_07_01);
      assertThat(client.readVersion()).isEqualTo(OutboundVersion.V2026_07_04);
      assertThat(AmazonFulfillmentNetwork.of(client))
          .hasToString(
              "AmazonFulfillmentNetwork[amazon/A3EXAMPLE, 2020-07-01, read with 2026-07-04]");
      assertThat(client).hasToString("SellingPartnerClient[amazon/A3EXAMPLE, GB]");
    }
  }

  @Test
  void fromEnv_twoSellersOfOneApplication_areTwoAccounts() {
    Map<String, String> another = new HashMap<>(REQUIRED);
    another.put("AMAZON_REFRESH_TOKEN", "Atzr|other");

    try (SellingPartnerClient one = SellingPartnerClient.fromEnv(REQUIRED);
        SellingPartnerClient two = SellingPartnerClient.fromEnv(another)) {
      assertThat(one.account()).isNotEqualTo(two.account());
    }
  }

  @Test
  void fromEnv_manyProblems_listsAllOfThemWithoutValues() {
    ConfigurationException problem =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                SellingPartnerClient.fromEnv(
                    Map.of(
                        "AMAZON_CLIENT_ID", "  ",
                        "AMAZON_CLIENT_SECRET", "canary\ncanary",
                        "AMAZON_MARKETPLACE_ID", "canary",
                        "AMAZON_REGION", "canary",
                        "AMAZON_API_BASE_URL", "http://canary.example.com",
                        "AMAZON_LWA_URL", "not a canary",
                        "AMAZON_AWS_ACCESS_KEY", "canary",
                        "AMAZON_OUTBOUND_VERSION", "canary")));

    assertThat(problem.problems())
        .containsExactly(
            "AMAZON_CLIENT_ID is required",
            "AMAZON_CLIENT_SECRET must be printable ASCII without blanks",
            "AMAZON_REFRESH_TOKEN is required",
            "AMAZON_AWS_SECRET_KEY is missing: set both AWS keys to sign calls, or none",
            "AMAZON_MARKETPLACE_ID is no marketplace id of Amazon",
            "AMAZON_REGION must be one of us-east-1, eu-west-1, us-west-2",
            "AMAZON_OUTBOUND_VERSION must be 2026-07-04 or 2020-07-01",
            "AMAZON_API_BASE_URL must start with https:// (http:// is for this machine only)",
            "AMAZON_LWA_URL must be an absolute URL without query");
    assertThat(problem).hasMessageNotContaining("canary");
  }

  @Test
  void fromEnv_regionOfAnotherMarketplace_isAProblem() {
    Map<String, String> environment = new HashMap<>(REQUIRED);
    environment.put("AMAZON_REGION", "us-west-2");

    assertThat(
            catchThrowableOfType(
                    ConfigurationException.class, () -> SellingPartnerClient.fromEnv(environment))
                .problems())
        .containsExactly("AMAZON_REGION must be us-east-1, the region of marketplace US");
  }

  @Test
  void build_nothingSet_saysWhatIsRequired() {
    ConfigurationException problem =
        catchThrowableOfType(
            ConfigurationException.class, () -> SellingPartnerClient.builder().build());

    assertThat(problem.problems()).containsExactly("credentials is required");
  }

  @Test
  void build_everythingWrong_namesEachProperty() {
    SellingPartnerClient.Builder builder =
        SellingPartnerClient.builder()
            .credentials(new LwaCredentials("", " ", new RefreshToken("é")))
            .awsCredentials(new AwsCredentials("", ""))
            .sellerId("A B")
            .apiBaseUrl(URI.create("https://user@api.example.com"))
            .lwaUrl(URI.create("ftp://127.0.0.1/x"))
            .callTimeout(Duration.ZERO)
            .application("x".repeat(500), "1");

    ConfigurationException problem =
        catchThrowableOfType(ConfigurationException.class, builder::build);

    assertThat(problem.problems())
        .extracting(text -> text.substring(0, text.indexOf(' ')))
        .containsExactly(
            "credentials.clientId",
            "credentials.clientSecret",
            "credentials.refreshToken",
            "awsCredentials.accessKey",
            "awsCredentials.secretKey",
            "sellerId",
            "apiBaseUrl",
            "lwaUrl",
            "callTimeout",
            "application");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
  void build_plainHttpOnThisMachine_isAllowed(String url) {
    try (SellingPartnerClient client =
        SellingPartnerClient.builder().env(REQUIRED).apiBaseUrl(URI.create(url)).build()) {
      assertThat(client.inventory()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Region.class)
  void region_any_hasEndpointsAndMarketplaces(Region region) {
    assertThat(region.endpoint()).hasScheme("https");
    assertThat(region.sandboxEndpoint()).hasHost("sandbox." + region.endpoint().getHost());
    assertThat(Arrays.stream(Marketplace.values()))
        .anyMatch(marketplace -> marketplace.region() == region);
  }

  @Test
  void marketplace_ids_areUnique() {
    assertThat(Arrays.stream(Marketplace.values()).map(Marketplace::id)).doesNotHaveDuplicates();
    assertThat(Marketplace.of("A1VC38T7YXB528")).contains(Marketplace.JP);
    assertThat(Marketplace.JP.countryCode()).isEqualTo("JP");
  }
}
