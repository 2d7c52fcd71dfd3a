// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the open units of an order into the parcels and shipments of its script. */
final class PackagePlanner {

  private static final List<String> FACILITIES = List.of("MDW2", "ONT8", "PHX3", "LGB7");

  private final SimulatedOrder order;
  private final Map<OrderDraft.Line, Integer> left = new LinkedHashMap<>();
  private int items;

  PackagePlanner(SimulatedOrder order) {
    this.order = order;
    order.draft.lines().forEach(line -> left.put(line, order.open(line)));
  }

  /** Returns shipments that hold every open unit once; all times move by {@code delay}. */
  List<SimulatedShipment> plan(OrderScript script, Duration delay) {
    List<PackageScript> parcels = script.packages();
    List<List<Part>> contents = contents(parcels);
    Map<Integer, List<SimulatedPackage>> shipments = new TreeMap<>();
    for (int i = 0; i < parcels.size(); i++) {
      if (!contents.get(i).isEmpty()) {
        shipments
            .computeIfAbsent(parcels.get(i).shipment(), key -> new ArrayList<>())
            .add(parcel(parcels.get(i), i + 1, contents.get(i), delay));
      }
    }
    List<SimulatedShipment> planned = new ArrayList<>();
    shipments.forEach((key, packages) -> planned.add(shipment(key, packages)));
    return planned;
  }

  /** Parcels take what they list first; the others share the rest. */
  private List<List<Part>> contents(List<PackageScript> parcels) {
    List<List<Part>> contents = new ArrayList<>();
    parcels.forEach(parcel -> contents.add(takeListed(parcel)));
    int sharing = (int) parcels.stream().filter(parcel -> parcel.units().isEmpty()).count();
    int rest = unitsLeft();
    int shared = 0;
    for (int i = 0; i < parcels.size(); i++) {
      if (parcels.get(i).units().isEmpty()) {
        int share = rest / sharing + (shared < rest % sharing ? 1 : 0);
        contents.get(i).addAll(take(share));
        shared++;
      }
    }
    // Nothing may stay behind, whatever the script lists.
    contents.get(contents.size() - 1).addAll(take(unitsLeft()));
    return contents;
  }

  private record Part(OrderDraft.Line line, int units) {}

  private List<Part> takeListed(PackageScript script) {
    List<Part> parts = new ArrayList<>();
    script
        .units()
        .forEach(
            (sku, wanted) -> {
              int missing = wanted;
              for (OrderDraft.Line line : order.draft.lines()) {
                if (line.sku().equals(sku) && missing > 0) {
                  missing -= takeFrom(line, missing, parts);
                }
              }
            });
    return parts;
  }

  private List<Part> take(int units) {
    List<Part> parts = new ArrayList<>();
    int missing = units;
    for (OrderDraft.Line line : order.draft.lines()) {
      missing -= takeFrom(line, missing, parts);
    }
    return parts;
  }

  private int takeFrom(OrderDraft.Line line, int wanted, List<Part> parts) {
    int open = left.getOrDefault(line, 0);
    int taken = Math.min(wanted, open);
    if (taken > 0) {
      left.put(line, open - taken);
      parts.add(new Part(line, taken));
    }
    return taken;
  }

  private int unitsLeft() {
    return left.values().stream().mapToInt(Integer::intValue).sum();
  }

  private SimulatedPackage parcel(
      PackageScript script, int number, List<Part> parts, Duration delay) {
    String seed = seed() + "/" + number;
    Instant start = order.startedAt().plus(delay);
    boolean diverted =
        order.draft.blocksAmazonLogistics()
            && script.carrierCode().equals(PackageScript.AMAZON_LOGISTICS);
    return new SimulatedPackage(
        script,
        diverted ? "UPS" : script.carrierCode(),
        Numbers.packageNumber(seed),
        Numbers.packageId(seed),
        parts.stream()
            .map(part -> new SimulatedPackage.Content("SI-" + ++items, part.line(), part.units()))
            .toList(),
        start.plus(script.shippedAfter()),
        start.plus(script.deliveredAfter()));
  }

  private SimulatedShipment shipment(int key, List<SimulatedPackage> packages) {
    String facility = FACILITIES.get((key - 1) % FACILITIES.size());
    return new SimulatedShipment(Numbers.shipmentId(seed() + "/" + key), facility, packages);
  }

  /** A second plan of the same order gets other ids than the first. */
  private String seed() {
    return order.draft.id() + "#" + order.shipments.size();
  }
}
