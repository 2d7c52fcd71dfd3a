// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what is on sale, what is mapped and what the network has. For one check-up. */
final class SkuExamination {

  /** The network is asked for 50 at a time, the channel for 100: enough to find what is wrong. */
  private static final int MOST_LISTINGS = 1000;

  private static final int MOST_MSKUS = 1000;
  private static final int MOST_PREVIEWS = 3;
  private static final int MOST_NAMED = 10;
  private static final String TO_SAMPLE = " to a sample address in the US at standard speed";

  /** What a network says of a product that it does not ship; other refusals are not about it. */
  private static final Set<FailureKind> ABOUT_THE_PRODUCT =
      EnumSet.of(FailureKind.REFUSED, FailureKind.CALLER_FAULT);

  /** Nobody lives there; the ZIP code lies in the city, as a network may check. */
  private static final Address SAMPLE =
      Address.builder()
          .name("Check-up")
          .line1("1 Example Way")
          .city("Columbus")
          .stateOrRegion("OH")
          .postalCode("43204")
          .countryCode("US")
          .phone("614-555-0100")
          .build();

  private final SkuMapper skuMapper;
  private final FulfillmentNetwork network;
  private final Clock clock;
  private final Map<String, List<SkuMapper.Component>> seen = new TreeMap<>();
  private Set<Msku> mskus = Set.of();
  private @Nullable MappingCheck compared;

  SkuExamination(SkuMapper skuMapper, FulfillmentNetwork network, Clock clock) {
    this.skuMapper = skuMapper;
    this.network = network;
    this.clock = clock;
  }

  /** Tells which SKUs on sale nobody mapped, and remembers the others. */
  void onSale(SalesChannel channel, Findings findings) {
    List<String> unmapped = new ArrayList<>();
    AtomicInteger looked = new AtomicInteger();
    try (Stream<Listing> listings = channel.listings()) {
      listings
          .limit(MOST_LISTINGS)
          // Stock elsewhere is not ours, and a bundle has none of its own.
          .filter(listing -> channel.warehouseOf(listing) != null)
          .forEach(
              listing -> {
                looked.incrementAndGet();
                String name = nameOf(listing.sku());
                skuMapper
                    .componentsOf(channel.shop(), listing.sku())
                    .ifPresentOrElse(
                        components -> seen.put(name, components), () -> unmapped.add(name));
              });
    }
    String remedy =
        "Add them to the SKU mapping, with quantity 0 those that the network never ships; bundles"
            + " whose components the channel names need none.";
    if (looked.get() == 0) {
      findings.warning(
          Check.SKUS_MAPPED,
          "Nothing is on sale from the warehouses that are served.",
          "Check shop and servedWarehouses, then give its products stock there.");
    } else if (unmapped.isEmpty()) {
      findings.ok(Check.SKUS_MAPPED, "All of " + looked + " SKUs on sale are mapped.");
    } else if (unmapped.size() < looked.get()) {
      findings.warning(
          Check.SKUS_MAPPED,
          unmapped.size() + " of " + looked + " SKUs on sale are not mapped: " + named(unmapped),
          remedy);
    } else {
      findings.problem(
          Check.SKUS_MAPPED,
          "None of " + looked + " SKUs on sale is mapped: " + named(unmapped),
          remedy);
    }
  }

  private static String nameOf(ChannelSku sku) {
    SellerSku sellerSku = sku.sellerSku();
    return sellerSku == null ? sku.id().value() : sellerSku.value();
  }

  /** Tells which MSKUs the network does not know. */
  void known(Findings findings) {
    MappingCheck check = compare();
    if (mskus.isEmpty()) {
      findings.problem(
          Check.MSKUS_KNOWN,
          "Nothing is mapped to an MSKU.",
          "Fill the SKU mapping; without it every order waits for a person.");
    } else if (check.unknown().isEmpty()) {
      findings.ok(Check.MSKUS_KNOWN, "The network knows " + counted() + ".");
    } else {
      findings.problem(
          Check.MSKUS_KNOWN,
          "The network does not know "
              + check.unknown().size()
              + " of "
              + counted()
              + ": "
              + named(texts(check.unknown().keySet())),
          "Correct the SKU mapping, or create the offers and send stock in.");
    }
  }

  /** Tells which MSKUs the network has no unit of. */
  void inStock(Findings findings) {
    MappingCheck check = compare();
    int known = mskus.size() - check.unknown().size();
    String found =
        "The network has no unit of "
            + check.empty().size()
            + " of "
            + known
            + " MSKUs: "
            + named(texts(check.empty().keySet()));
    String remedy = "Send stock in; until then their listings show none.";
    if (known == 0) {
      findings.notChecked(List.of(Check.MSKUS_IN_STOCK), Check.MSKUS_KNOWN);
    } else if (check.empty().isEmpty()) {
      findings.ok(Check.MSKUS_IN_STOCK, "The network has units of all " + known + " MSKUs.");
    } else if (check.empty().size() < known) {
      findings.warning(Check.MSKUS_IN_STOCK, found, remedy);
    } else {
      findings.problem(Check.MSKUS_IN_STOCK, found, remedy);
    }
  }

  /** Asks for previews of a few MSKUs, one unit each, which reserve nothing. */
  void previewed(Findings findings) {
    MappingCheck check = compare();
    List<Msku> asked =
        mskus.stream()
            .filter(msku -> !check.unknown().containsKey(msku) && !check.empty().containsKey(msku))
            .limit(MOST_PREVIEWS)
            .toList();
    if (asked.isEmpty()) {
      findings.notChecked(
          Check.NETWORK_PREVIEW,
          "The network has no unit of any mapped MSKU.",
          "Map SKUs and send stock in first.");
      return;
    }
    List<String> refused = new ArrayList<>();
    for (Msku msku : asked) {
      Optional<FulfillmentPreview> preview = preview(msku);
      if (preview.isEmpty()) {
        findings.notChecked(
            Check.NETWORK_PREVIEW,
            "This network previews nothing.",
            "Place one order by hand to see that it ships.");
        return;
      }
      if (!preview.get().fulfillable()) {
        refused.add(msku.value());
      }
    }
    if (refused.isEmpty()) {
      findings.ok(
          Check.NETWORK_PREVIEW, "The network would ship " + named(texts(asked)) + TO_SAMPLE + ".");
    } else {
      findings.problem(
          Check.NETWORK_PREVIEW,
          "The network would not ship" + TO_SAMPLE + ": " + named(refused),
          "Look up in Seller Central whether Multi-Channel Fulfillment may ship the product.");
    }
  }

  private Optional<FulfillmentPreview> preview(Msku msku) {
    try {
      return network.preview(sampleOf(msku));
    } catch (ApiException problem) {
      if (ABOUT_THE_PRODUCT.contains(problem.kind())) {
        return Optional.of(new FulfillmentPreview(false, null));
      }
      throw problem;
    }
  }

  private FulfillmentOrder sampleOf(Msku msku) {
    return new FulfillmentOrder(
        FulfillmentOrderId.of("CHECK-UP"),
        OrderId.of("CHECK-UP"),
        clock.instant(),
        ShippingSpeed.STANDARD,
        SAMPLE,
        List.of(new FulfillmentOrderItem("L1", msku, List.of(LineItemId.of("1")))));
  }

  /** Asks once; the other checks use the same answer. */
  private MappingCheck compare() {
    MappingCheck known = compared;
    if (known == null) {
      Map<String, List<SkuMapper.Component>> looked = new TreeMap<>();
      Set<Msku> found = new LinkedHashSet<>();
      for (Map.Entry<String, List<SkuMapper.Component>> mapping :
          new TreeMap<>(skuMapper.mappings().orElse(seen)).entrySet()) {
        if (found.size() < MOST_MSKUS) {
          looked.put(mapping.getKey(), mapping.getValue());
          mapping.getValue().forEach(component -> found.add(component.msku()));
        }
      }
      known = MappingCheck.compare(looked, network);
      mskus = found;
      compared = known;
    }
    return known;
  }

  private String counted() {
    return mskus.size() + (mskus.size() < MOST_MSKUS ? "" : " or more") + " mapped MSKUs";
  }

  private static List<String> texts(Collection<Msku> mskus) {
    return mskus.stream().map(Msku::value).toList();
  }

  private static String named(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
