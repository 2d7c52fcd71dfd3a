// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.internal.Outbound;
import io.mcfconnector.amazon.internal.error.ErrorRule;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.spi.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the set-up of one seller's account, from its credentials on. Reads only. */
final class AccountCheckUp {

  /** Asks for no real SKU, so the answer is short and tells of nobody's stock. */
  private static final List<String> NO_SKU = List.of("MCF-CONNECTOR-CHECK-UP");

  private static final Pattern SELLER_ID = Pattern.compile("A[0-9A-Z]{9,20}");

  /** What signatures allow; without one Amazon documents no limit. */
  private static final Duration MOST_OFF = Duration.ofMinutes(5);

  private static final Duration OFF = Duration.ofSeconds(60);
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private static final Set<Check> OPEN =
      EnumSet.range(Check.NETWORK_CREDENTIALS, Check.NETWORK_REGION);

  private final SellingPartnerClient client;
  private final List<Outbound> outbounds;
  private final NotificationCheckUp notifications;
  private final Findings findings;

  AccountCheckUp(
      SellingPartnerClient client, List<Outbound> outbounds, @Nullable String notificationQueue) {
    this.client = client;
    this.outbounds = outbounds;
    this.findings = new Findings(client.account().value());
    this.notifications =
        new NotificationCheckUp(client.notifications(), notificationQueue, findings);
  }

  List<Finding> run() {
    account();
    try {
      client.inventory().getInventorySummaries(client.marketplace().id(), NO_SKU);
    } catch (ApiException problem) {
      closed(problem);
      return findings.all();
    }
    findings.ok(Check.NETWORK_CONNECTION, "Amazon answers.");
    clock();
    findings.ok(Check.NETWORK_CREDENTIALS, "Amazon takes client id and client secret.");
    findings.ok(Check.NETWORK_AUTHORIZATION, "The seller's authorization is valid.");
    findings.ok(Check.NETWORK_ACCESS, "Amazon lets the application read the seller's stock.");
    region();
    findings.look(Check.NETWORK_ORDERS, OPEN, this::orders);
    findings.look(Check.NETWORK_PUSH, OPEN, notifications::look);
    return findings.all();
  }

  /** The very first call failed, and its answer tells what is broken. */
  private void closed(ApiException problem) {
    Check broken = brokenBy(problem);
    if (broken != Check.NETWORK_CONNECTION) {
      findings.ok(Check.NETWORK_CONNECTION, "Amazon answers.");
      clock();
    }
    findings.problem(
        broken, "The first call failed: " + problem.getMessage(), remedyFor(broken, problem));
    EnumSet<Check> others = EnumSet.range(Check.NETWORK_CONNECTION, Check.NETWORK_PUSH);
    findings.all().forEach(finding -> others.remove(finding.check()));
    findings.notChecked(others, broken);
  }

  private static Check brokenBy(ApiException problem) {
    if (problem.operation().equals("requestAccessToken")) {
      return switch (problem.platformCode().orElse("")) {
        case "invalid_grant", "access_denied" -> Check.NETWORK_AUTHORIZATION;
        case "invalid_client", "unauthorized_client" -> Check.NETWORK_CREDENTIALS;
        default -> Check.NETWORK_CONNECTION;
      };
    }
    return switch (problem.kind()) {
      case AUTHORIZATION_LOST ->
          isSecretTooOld(problem) ? Check.NETWORK_CREDENTIALS : Check.NETWORK_ACCESS;
      case TOKEN_EXPIRED -> Check.NETWORK_AUTHORIZATION;
      // Nothing in the call but the marketplace can be wrong; without a code Amazon did not speak.
      case CALLER_FAULT ->
          problem.platformCode().isPresent() ? Check.NETWORK_REGION : Check.NETWORK_CONNECTION;
      default -> Check.NETWORK_CONNECTION;
    };
  }

  private static boolean isSecretTooOld(ApiException problem) {
    return String.valueOf(problem.getMessage()).contains(ErrorRule.SECRET_TOO_OLD);
  }

  private String remedyFor(Check broken, ApiException problem) {
    return switch (broken) {
      case NETWORK_CREDENTIALS ->
          isSecretTooOld(problem)
              ? "Make a new client secret in the developer console and configure it."
              : "Copy client id and client secret from the developer console again.";
      case NETWORK_AUTHORIZATION ->
          "Let the seller authorize the application again, and configure the new refresh token.";
      case NETWORK_ACCESS ->
          "Give developer profile and application the role Amazon Fulfillment, then let the seller"
              + " authorize again; check that the endpoint is that of the seller's region.";
      case NETWORK_REGION ->
          "Configure the marketplace and the region in which the seller sells; "
              + client.marketplace()
              + " belongs to "
              + client.marketplace().region().awsRegion()
              + ".";
      default -> "Check the network of this machine and the URLs, then run the check-up again.";
    };
  }

  private void account() {
    String remedy =
        "Set sellerId (AMAZON_SELLER_ID) to the merchant token that Seller Central shows.";
    Optional<String> sellerId = client.sellerId();
    if (sellerId.isEmpty()) {
      findings.warning(
          Check.NETWORK_ACCOUNT,
          "No seller id is set, so the account's name changes with its refresh token.",
          remedy);
    } else if (!SELLER_ID.matcher(sellerId.get()).matches()) {
      findings.warning(
          Check.NETWORK_ACCOUNT, "The seller id does not look like one of Amazon's.", remedy);
    } else {
      findings.ok(Check.NETWORK_ACCOUNT, "The account is named by its seller id.");
    }
  }

  private void clock() {
    Optional<Duration> ahead = client.clockAhead();
    if (ahead.isEmpty()) {
      findings.notChecked(
          Check.NETWORK_CLOCK,
          "Amazon's answer has no date.",
          "Keep the clock of this machine with a time service.");
      return;
    }
    Duration off = ahead.get().abs();
    String found =
        "This machine's clock is "
            + off.toSeconds()
            + " s "
            + (ahead.get().isNegative() ? "ahead of" : "behind")
            + " Amazon's.";
    String remedy = "Set the clock of this machine, and keep it with a time service.";
    if (off.compareTo(MOST_OFF) > 0) {
      findings.problem(Check.NETWORK_CLOCK, found, remedy);
    } else if (off.compareTo(OFF) > 0) {
      findings.warning(Check.NETWORK_CLOCK, found, remedy);
    } else {
      findings.ok(Check.NETWORK_CLOCK, "This machine's clock agrees with Amazon's.");
    }
  }

  private void region() {
    if (client.isSandbox()) {
      findings.warning(
          Check.NETWORK_REGION,
          "Calls go to Amazon's sandbox, where nothing ships.",
          "Remove the base URL (AMAZON_API_BASE_URL) before going live.");
    } else {
      findings.ok(
          Check.NETWORK_REGION, "The seller sells in marketplace " + client.marketplace() + ".");
    }
  }

  private void orders() {
    Instant since = client.clock().instant().minus(JUST_NOW);
    for (Outbound outbound : outbounds) {
      try (Stream<FulfillmentSnapshot.Change> changes = outbound.changes(since)) {
        changes.limit(1).forEach(first -> {}); // That it can be read is all.
      } catch (ApiException problem) {
        if (problem.kind() != FailureKind.AUTHORIZATION_LOST) {
          throw problem;
        }
        findings.problem(
            Check.NETWORK_ORDERS,
            "Amazon denies the orders: " + problem.getMessage(),
            remedyFor(Check.NETWORK_ACCESS, problem));
        return;
      }
    }
    findings.ok(Check.NETWORK_ORDERS, "Fulfillment orders can be listed.");
  }
}
