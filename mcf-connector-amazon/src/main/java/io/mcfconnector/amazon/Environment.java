// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.model.RefreshToken;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a client's configuration from environment variables; an empty one counts as absent. */
final class Environment {

  private static final String CLIENT_ID = "AMAZON_CLIENT_ID";
  private static final String CLIENT_SECRET = "AMAZON_CLIENT_SECRET";
  private static final String REFRESH_TOKEN = "AMAZON_REFRESH_TOKEN";
  private static final String MARKETPLACE_ID = "AMAZON_MARKETPLACE_ID";
  private static final String SELLER_ID = "AMAZON_SELLER_ID";
  private static final String REGION = "AMAZON_REGION";
  private static final String API_BASE_URL = "AMAZON_API_BASE_URL";
  private static final String LWA_URL = "AMAZON_LWA_URL";
  private static final String AWS_ACCESS_KEY = "AMAZON_AWS_ACCESS_KEY";
  private static final String AWS_SECRET_KEY = "AMAZON_AWS_SECRET_KEY";
  private static final String OUTBOUND_VERSION = "AMAZON_OUTBOUND_VERSION";
  private static final String OUTBOUND_READ_VERSION = "AMAZON_OUTBOUND_READ_VERSION";

  private final Map<String, String> variables;
  private final ConfigurationProblems problems = new ConfigurationProblems();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Configures a client; every problem is reported at once, and then nothing is changed. */
  void applyTo(SellingPartnerClient.Builder client) {
    LwaCredentials credentials =
        new LwaCredentials(
            required(CLIENT_ID),
            required(CLIENT_SECRET),
            new RefreshToken(required(REFRESH_TOKEN)));
    Optional<AwsCredentials> awsCredentials = awsCredentials();
    Optional<String> sellerId = text(SELLER_ID);
    Optional<Marketplace> marketplace =
        known(MARKETPLACE_ID, Marketplace::of, "is no marketplace id of Amazon");
    checkRegion(marketplace.orElse(Marketplace.US));
    Optional<OutboundVersion> version = version(OUTBOUND_VERSION);
    Optional<OutboundVersion> readVersion = version(OUTBOUND_READ_VERSION);
    Optional<URI> apiBaseUrl = url(API_BASE_URL);
    Optional<URI> lwaUrl = url(LWA_URL);
    problems.throwIfAny();

    client.credentials(credentials);
    awsCredentials.ifPresent(client::awsCredentials);
    sellerId.ifPresent(client::sellerId);
    marketplace.ifPresent(client::marketplace);
    version.ifPresent(client::outboundVersion);
    readVersion.ifPresent(client::readVersion);
    apiBaseUrl.ifPresent(client::apiBaseUrl);
    lwaUrl.ifPresent(client::lwaUrl);
  }

  private Optional<OutboundVersion> version(String name) {
    return known(name, OutboundVersion::of, "must be 2026-07-04 or 2020-07-01");
  }

  private Optional<AwsCredentials> awsCredentials() {
    Optional<String> accessKey = text(AWS_ACCESS_KEY);
    Optional<String> secretKey = text(AWS_SECRET_KEY);
    if (accessKey.isPresent() != secretKey.isPresent()) {
      problems.add(
          accessKey.isPresent() ? AWS_SECRET_KEY : AWS_ACCESS_KEY,
          "is missing: set both AWS keys to sign calls, or none");
    }
    return accessKey.flatMap(access -> secretKey.map(key -> new AwsCredentials(access, key)));
  }

  private void checkRegion(Marketplace marketplace) {
    Optional<String> region = value(REGION);
    if (region.isEmpty()) {
      return;
    }
    String served = marketplace.region().awsRegion();
    boolean known =
        Arrays.stream(Region.values()).anyMatch(r -> r.awsRegion().equals(region.get()));
    if (!known) {
      problems.add(
          REGION,
          "must be one of "
              + Arrays.stream(Region.values())
                  .map(Region::awsRegion)
                  .collect(Collectors.joining(", ")));
    } else if (!served.equals(region.get())) {
      problems.add(REGION, "must be " + served + ", the region of marketplace " + marketplace);
    }
  }

  private String required(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      problems.add(name, "is required");
    }
    return value.orElse("");
  }

  private Optional<String> text(String name) {
    Optional<String> value = value(name);
    value.ifPresent(text -> problems.text(name, text));
    return value;
  }

  private Optional<URI> url(String name) {
    return value(name)
        .map(
            text -> {
              URI url = parsed(text);
              problems.url(name, url);
              return url;
            });
  }

  private <T> Optional<T> known(String name, Function<String, Optional<T>> lookup, String problem) {
    Optional<String> text = value(name);
    Optional<T> found = text.flatMap(lookup);
    if (text.isPresent() && found.isEmpty()) {
      problems.add(name, problem);
    }
    return found;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return URI.create(""); // Has no host, so it is reported as no URL, without quoting it.
    }
  }
}
