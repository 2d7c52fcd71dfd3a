// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.tiktok.authorization.ActiveShop;
import io.mcfconnector.tiktok.authorization.AuthorizedShop;
import io.mcfconnector.tiktok.authorization.SellerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the set-up of one shop, from its credentials on. Reads only. */
final class ShopCheckUp {

  private static final String AUTHORIZE_AGAIN = "Let the seller authorize the app again.";

  /** TikTok takes the time of requests from 5 minutes ago to 30 seconds ahead. */
  private static final Duration MOST_BEHIND = Duration.ofMinutes(5);

  private static final Duration MOST_AHEAD = Duration.ofSeconds(30);
  private static final Duration BEHIND = Duration.ofSeconds(60);
  private static final Duration AHEAD = Duration.ofSeconds(10);

  private static final Duration LONG = Duration.ofDays(30);
  private static final Duration SHORT = Duration.ofDays(1);
  private static final String ACTIVE = "2";

  /** All but the clock and the scopes: without them nothing else can be asked. */
  private static final Set<Check> OPEN =
      EnumSet.of(
          Check.CHANNEL_CONNECTION,
          Check.CHANNEL_CREDENTIALS,
          Check.CHANNEL_AUTHORIZATION,
          Check.CHANNEL_SHOP,
          Check.CHANNEL_SELLER);

  private static final Set<Check> SERVING =
      EnumSet.copyOf(Stream.concat(OPEN.stream(), Stream.of(Check.CHANNEL_WAREHOUSES)).toList());

  private final TikTokShopClient client;
  private final Findings findings;
  private final ShippingCheckUp shipping;
  private final ScopeCheckUp scopes;
  private final WebhookCheckUp webhooks;

  ShopCheckUp(
      TikTokShopClient client,
      List<String> served,
      Set<String> guarded,
      @Nullable String webhookAddress) {
    this.client = client;
    this.findings = new Findings(client.shop().value());
    this.shipping = new ShippingCheckUp(client.logistics(), served, guarded, findings);
    this.scopes = new ScopeCheckUp(client, findings);
    this.webhooks = new WebhookCheckUp(client.events(), webhookAddress, findings);
  }

  List<Finding> run() {
    List<AuthorizedShop> shops;
    try {
      shops = client.authorization().getAuthorizedShops();
    } catch (ApiException problem) {
      closed(problem);
      return findings.all();
    }
    findings.ok(Check.CHANNEL_CONNECTION, "TikTok Shop answers.");
    findings.ok(Check.CHANNEL_CREDENTIALS, "TikTok Shop takes the app key and the signature.");
    clock();
    authorization();
    Optional<AuthorizedShop> shop =
        shops.stream().filter(one -> client.shop().value().equals(one.id())).findFirst();
    shop(shop, shops.size());
    findings.look(Check.CHANNEL_REGION, OPEN, () -> region(shop.orElseThrow()));
    findings.look(Check.CHANNEL_SELLER, OPEN, this::seller);
    findings.look(Check.CHANNEL_SCOPES, OPEN, scopes::look);
    findings.look(Check.CHANNEL_WAREHOUSES, OPEN, shipping::warehouses);
    findings.look(Check.CHANNEL_GUARD, OPEN, shipping::guard);
    findings.look(Check.CHANNEL_CARRIERS, SERVING, shipping::carriers);
    findings.look(Check.CHANNEL_PUSH, OPEN, webhooks::look);
    return findings.all();
  }

  /** The very first call failed, and its answer tells what is broken. */
  private void closed(ApiException problem) {
    Check broken = brokenBy(problem);
    if (broken.compareTo(Check.CHANNEL_CONNECTION) > 0) {
      findings.ok(Check.CHANNEL_CONNECTION, "TikTok Shop answers.");
      clock();
    }
    if (broken.compareTo(Check.CHANNEL_CREDENTIALS) > 0) {
      findings.ok(Check.CHANNEL_CREDENTIALS, "TikTok Shop takes the app key and the signature.");
    }
    if (!findings.isProblem(broken)) {
      findings.problem(
          broken, "The first call failed: " + problem.getMessage(), remedyFor(broken, problem));
    }
    EnumSet<Check> others = EnumSet.range(Check.CHANNEL_CONNECTION, Check.CHANNEL_PUSH);
    others.remove(Check.CHANNEL_SHIPPING);
    findings.all().forEach(finding -> others.remove(finding.check()));
    findings.notChecked(others, broken);
  }

  private Check brokenBy(ApiException problem) {
    boolean refresh = problem.operation().equals("refreshToken");
    return switch (problem.platformCode().orElse("")) {
      case "106001", "36009033" -> Check.CHANNEL_CREDENTIALS;
      // At the token host it is about the app alone; elsewhere TikTok does not tell it from a
      // token that it does not know.
      case "36009004" ->
          refresh || isAuthorization(problem)
              ? Check.CHANNEL_CREDENTIALS
              : isClockRefused() ? Check.CHANNEL_CLOCK : Check.CHANNEL_CONNECTION;
      case "105005" -> Check.CHANNEL_SCOPES;
      case "36009043", "36009044" -> Check.CHANNEL_SELLER;
      case "101000", "105001", "105002", "105003", "105004", "36004001", "36004004" ->
          Check.CHANNEL_AUTHORIZATION;
      default -> isAuthorization(problem) ? Check.CHANNEL_AUTHORIZATION : Check.CHANNEL_CONNECTION;
    };
  }

  private static boolean isAuthorization(ApiException problem) {
    return problem.reviewCode().isPresent();
  }

  private static String remedyFor(Check broken, ApiException problem) {
    return switch (broken) {
      case CHANNEL_CREDENTIALS ->
          problem.platformCode().filter("36009033"::equals).isPresent()
              ? "Add this machine's address to the app's allow list in Partner Center."
              : "Copy app key and app secret from Partner Center again; if they are right, let the"
                  + " seller authorize the app again.";
      case CHANNEL_CLOCK -> "Set the clock of this machine, and keep it with a time service.";
      case CHANNEL_SCOPES ->
          "Add the scope seller.authorization.info to the app in Partner Center. "
              + AUTHORIZE_AGAIN;
      case CHANNEL_SELLER -> "Let the seller put the shop in order in Seller Center.";
      case CHANNEL_AUTHORIZATION -> AUTHORIZE_AGAIN;
      default ->
          "Check the network of this machine and the base URLs, then run the check-up again.";
    };
  }

  private void clock() {
    Optional<Duration> ahead = client.clockAhead();
    if (ahead.isEmpty()) {
      findings.notChecked(
          Check.CHANNEL_CLOCK,
          "TikTok Shop's answer has no date.",
          "Keep the clock of this machine with a time service.");
      return;
    }
    Duration difference = ahead.get();
    String found =
        "This machine's clock is "
            + difference.abs().toSeconds()
            + " s "
            + (difference.isNegative() ? "ahead of" : "behind")
            + " TikTok Shop's; it allows 30 s ahead and 5 min behind.";
    String remedy = "Set the clock of this machine, and keep it with a time service.";
    if (isBeyond(difference, MOST_BEHIND, MOST_AHEAD)) {
      findings.problem(Check.CHANNEL_CLOCK, found, remedy);
    } else if (isBeyond(difference, BEHIND, AHEAD)) {
      findings.warning(Check.CHANNEL_CLOCK, found, remedy);
    } else {
      findings.ok(Check.CHANNEL_CLOCK, "This machine's clock agrees with TikTok Shop's.");
    }
  }

  private boolean isClockRefused() {
    return client
        .clockAhead()
        .filter(ahead -> isBeyond(ahead, MOST_BEHIND, MOST_AHEAD))
        .isPresent();
  }

  private static boolean isBeyond(Duration difference, Duration behind, Duration ahead) {
    return difference.compareTo(behind) > 0 || difference.negated().compareTo(ahead) > 0;
  }

  private void authorization() {
    Instant now = client.clock().instant();
    Optional<Instant> end = client.authorizationEndsAt();
    Optional<Duration> left = end.map(at -> Duration.between(now, at));
    if (left.filter(time -> time.compareTo(SHORT) < 0).isPresent()) {
      findings.problem(
          Check.CHANNEL_AUTHORIZATION,
          "The seller's authorization ends at " + end.get() + ".",
          AUTHORIZE_AGAIN);
    } else if (left.filter(time -> time.compareTo(LONG) < 0).isPresent()) {
      findings.warning(
          Check.CHANNEL_AUTHORIZATION,
          "The seller's authorization ends at " + end.get() + ".",
          AUTHORIZE_AGAIN);
    } else if (!client.keepsTokens()) {
      findings.warning(
          Check.CHANNEL_AUTHORIZATION,
          "The authorization is valid, but the tokens are kept in memory.",
          "Set a durable tokenStore: after a restart the configured refresh token may be over.");
    } else {
      findings.ok(
          Check.CHANNEL_AUTHORIZATION,
          "The authorization is valid"
              + end.map(at -> " until " + at + ".")
                  .orElse("; TikTok Shop tells its end with the next tokens."));
    }
  }

  private void shop(Optional<AuthorizedShop> shop, int shops) {
    String configured = client.configuredCipher();
    if (shop.isEmpty()) {
      findings.problem(
          Check.CHANNEL_SHOP,
          "The authorization opens " + shops + " shops, but not this one.",
          "Correct the shop id (TIKTOK_SHOP_ID), or let the seller of this shop authorize the"
              + " app.");
    } else if (configured != null && !configured.equals(shop.get().cipher())) {
      findings.problem(
          Check.CHANNEL_SHOP,
          "The configured shop cipher is not that of this shop.",
          "Remove it (TIKTOK_SHOP_CIPHER): it is looked up by itself.");
    } else {
      findings.ok(Check.CHANNEL_SHOP, "The authorization opens the shop.");
    }
  }

  private void region(AuthorizedShop shop) {
    if (!"US".equals(shop.region())) {
      findings.warning(
          Check.CHANNEL_REGION,
          "The shop's region is " + shop.region() + ", and only US is proven.",
          "Route a few orders under your eyes first, and read docs/addresses.md.");
    } else if (!"LOCAL".equals(shop.sellerType())) {
      findings.warning(
          Check.CHANNEL_REGION,
          "The shop's seller type is " + shop.sellerType() + ".",
          "Block the carrier USPS with a carrier table: TikTok Shop refuses its numbers from"
              + " cross-border sellers.");
    } else {
      findings.ok(Check.CHANNEL_REGION, "The shop is a local one in the US.");
    }
  }

  private void seller() {
    String remedy = "Let the seller put account and shop in order in Seller Center.";
    SellerStatus status = client.authorization().getSellerStatus();
    if (!ACTIVE.equals(status.sellerStatus())) {
      findings.problem(
          Check.CHANNEL_SELLER,
          "The seller is not active: status " + status.sellerStatus() + ".",
          remedy);
      return;
    }
    boolean active =
        client.authorization().getActiveShops().stream()
            .map(ActiveShop::id)
            .anyMatch(client.shop().value()::equals);
    if (active) {
      findings.ok(Check.CHANNEL_SELLER, "Seller and shop are active.");
    } else {
      findings.problem(Check.CHANNEL_SELLER, "The shop is not among the active ones.", remedy);
    }
  }
}
