// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.tiktok.logistics.DeliveryOption;
import io.mcfconnector.tiktok.logistics.LogisticsApi;
import io.mcfconnector.tiktok.logistics.TikTokShippingProvider;
import io.mcfconnector.tiktok.logistics.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the warehouses of a shop and at who may ship from them. */
final class ShippingCheckUp {

  private static final int MOST_WAREHOUSES = 3;
  private static final int MOST_OPTIONS = 5;

  private final LogisticsApi logistics;
  private final List<String> served;
  private final Set<String> guarded;
  private final Findings findings;
  private @Nullable List<Warehouse> known;

  ShippingCheckUp(
      LogisticsApi logistics, List<String> served, Set<String> guarded, Findings findings) {
    this.logistics = logistics;
    this.served = served;
    this.guarded = guarded;
    this.findings = findings;
  }

  void warehouses() {
    List<String> wrong = new ArrayList<>();
    for (String id : served) {
      Optional<Warehouse> found = find(id);
      if (found.isEmpty()) {
        wrong.add(id + " does not exist");
      } else if (!isForSales(found.get())) {
        wrong.add(id + " is for returns");
      } else if (!isEnabled(found.get())) {
        wrong.add(id + " is " + found.get().effectStatus());
      }
    }
    long selling = all().stream().filter(one -> isForSales(one) && isEnabled(one)).count();
    if (!wrong.isEmpty()) {
      findings.problem(
          Check.CHANNEL_WAREHOUSES,
          "Of the warehouses to serve " + String.join(", ", wrong) + ".",
          "Correct mcfWarehouses, or enable the warehouse in Seller Center.");
    } else if (selling == 0) {
      findings.problem(
          Check.CHANNEL_WAREHOUSES,
          "The shop has no enabled sales warehouse.",
          "Create or enable one in Seller Center.");
    } else if (served.isEmpty() && selling > 1) {
      findings.warning(
          Check.CHANNEL_WAREHOUSES,
          "The shop has " + selling + " sales warehouses, and the orders of all are routed.",
          "Name in mcfWarehouses those whose goods are at Amazon.");
    } else {
      findings.ok(Check.CHANNEL_WAREHOUSES, "The warehouses to serve exist and sell.");
    }
  }

  /** TikTok does not tell which warehouses it switches off, but sellers name them so. */
  void guard() {
    List<String> missing = guarded.stream().filter(id -> find(id).isEmpty()).sorted().toList();
    List<String> unguarded =
        all().stream()
            .filter(one -> isServed(one) && isForSales(one) && looksLikeMcf(one))
            .map(Warehouse::id)
            .filter(id -> id != null && !guarded.contains(id))
            .toList();
    if (!missing.isEmpty()) {
      findings.problem(
          Check.CHANNEL_GUARD,
          "The guarded warehouses " + String.join(", ", missing) + " do not exist.",
          "Correct guardedWarehouses: an MCF warehouse that is not guarded may be switched off.");
    } else if (!unguarded.isEmpty()) {
      findings.warning(
          Check.CHANNEL_GUARD,
          "By their names "
              + String.join(", ", unguarded)
              + " are MCF warehouses, but not guarded.",
          "Name in guardedWarehouses every warehouse that was set up as an MCF warehouse.");
    } else {
      findings.ok(
          Check.CHANNEL_GUARD,
          guarded.isEmpty()
              ? "No warehouse to serve looks like an MCF warehouse."
              : "The guarded warehouses exist.");
    }
  }

  void carriers() {
    List<String> options = new ArrayList<>();
    List<TikTokShippingProvider> providers = new ArrayList<>();
    all().stream()
        .filter(one -> isServed(one) && isForSales(one))
        .map(Warehouse::id)
        .filter(id -> id != null)
        .limit(MOST_WAREHOUSES)
        .flatMap(id -> logistics.getDeliveryOptions(id).stream())
        .map(DeliveryOption::id)
        .filter(id -> id != null)
        .distinct()
        .limit(MOST_OPTIONS)
        .forEach(
            id -> {
              options.add(id);
              providers.addAll(providersOf(id));
            });
    if (options.isEmpty()) {
      findings.problem(
          Check.CHANNEL_CARRIERS,
          "The warehouses to serve have no delivery option.",
          "Set up shipping for them in Seller Center.");
    } else if (providers.isEmpty()) {
      findings.problem(
          Check.CHANNEL_CARRIERS,
          "TikTok Shop ships every delivery option by itself, so it takes no other's numbers.",
          "Ask TikTok Shop for shipping by the seller, or set up MCF warehouses.");
    } else if (providers.stream().noneMatch(ShippingCheckUp::isAmazon)) {
      findings.problem(
          Check.CHANNEL_CARRIERS,
          "Amazon is not among the " + providers.size() + " shipping providers of the shop.",
          "Ask TikTok Shop's support to offer it; without it Amazon's own numbers are refused.");
    } else {
      findings.ok(Check.CHANNEL_CARRIERS, "TikTok Shop takes Amazon as a shipping provider.");
    }
  }

  private List<TikTokShippingProvider> providersOf(String optionId) {
    try {
      return logistics.getShippingProviders(optionId);
    } catch (ApiException problem) {
      // TikTok ships this option by itself, or the shop does not offer it.
      if (problem.reviewCode().filter(ReviewCode.CARRIER_UNKNOWN::equals).isPresent()) {
        return List.of();
      }
      throw problem;
    }
  }

  private List<Warehouse> all() {
    List<Warehouse> warehouses = known;
    if (warehouses == null) {
      warehouses = logistics.getWarehouses();
      known = warehouses;
    }
    return warehouses;
  }

  private Optional<Warehouse> find(String id) {
    return all().stream().filter(one -> id.equals(one.id())).findFirst();
  }

  private boolean isServed(Warehouse warehouse) {
    return served.isEmpty() || served.contains(String.valueOf(warehouse.id()));
  }

  private static boolean isForSales(Warehouse warehouse) {
    return !"RETURN_WAREHOUSE".equals(warehouse.type());
  }

  private static boolean isEnabled(Warehouse warehouse) {
    return "ENABLED".equals(warehouse.effectStatus());
  }

  private static boolean looksLikeMcf(Warehouse warehouse) {
    String name = String.valueOf(warehouse.name()).toUpperCase(Locale.ROOT);
    return name.contains("MCF") || name.contains("AMAZON");
  }

  private static boolean isAmazon(TikTokShippingProvider provider) {
    return String.valueOf(provider.name()).toLowerCase(Locale.ROOT).contains("amazon");
  }
}
