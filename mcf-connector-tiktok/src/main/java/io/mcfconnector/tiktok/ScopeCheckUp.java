// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Check;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the scopes granted with those that routing needs. TikTok lists them with new tokens
 * only: without any in this process, a read is tried for each.
 */
final class ScopeCheckUp {

  private static final String SCOPE_MISSING = "105005";
  private static final String WRITES_STOCK = "seller.product.write";

  private static final List<String> NEEDED =
      List.of(
          "seller.authorization.info",
          "seller.order.info",
          "seller.fulfillment.basic",
          "seller.logistics",
          "seller.return_refund.basic",
          "seller.product.basic",
          WRITES_STOCK);

  private final TikTokShopClient client;
  private final Findings findings;

  ScopeCheckUp(TikTokShopClient client, Findings findings) {
    this.client = client;
    this.findings = findings;
  }

  void look() {
    List<String> granted = client.grantedScopes();
    List<String> missing =
        granted.isEmpty()
            ? tried()
            : NEEDED.stream().filter(scope -> !granted.contains(scope)).toList();
    if (!missing.isEmpty()) {
      findings.problem(
          Check.CHANNEL_SCOPES,
          "The authorization lacks the scopes " + String.join(", ", missing) + ".",
          "Add them to the app in Partner Center, then let the seller authorize the app again.");
    } else if (granted.isEmpty()) {
      findings.ok(
          Check.CHANNEL_SCOPES,
          "Every scope that reads is granted; of " + WRITES_STOCK + " only new tokens tell.");
    } else {
      findings.ok(Check.CHANNEL_SCOPES, "Every scope that routing needs is granted.");
    }
  }

  private List<String> tried() {
    Instant now = client.clock().instant();
    List<String> missing = new ArrayList<>();
    attempt(
        missing,
        "seller.order.info",
        () ->
            client
                .orders()
                .searchOrders(OrderFilter.changed(now.minus(Duration.ofHours(1)), now), 1, null));
    attempt(
        missing,
        "seller.fulfillment.basic",
        () -> client.packages().searchPackages(PackageFilter.all(), 1, null));
    attempt(missing, "seller.logistics", () -> client.logistics().getWarehouses());
    attempt(
        missing,
        "seller.return_refund.basic",
        () -> client.cancellations().searchCancellations(CancellationFilter.all(), 1, null));
    attempt(
        missing,
        "seller.product.basic",
        () -> client.products().searchProducts(ProductFilter.onSale(), 1, null));
    return missing;
  }

  private static void attempt(List<String> missing, String scope, Runnable read) {
    try {
      read.run();
    } catch (ApiException problem) {
      if (problem.platformCode().filter(SCOPE_MISSING::equals).isEmpty()) {
        throw problem;
      }
      missing.add(scope);
    }
  }
}
