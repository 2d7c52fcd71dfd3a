// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SkuMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a SKU mapping with what the network has, before the first order relies on it.
 *
 * @param unknown MSKUs that the network does not know, each with the SKUs that need it: a typing
 *     error, or goods never sent in
 * @param empty MSKUs that the network knows, but has no unit of to ship, each with the SKUs that
 *     need it
 * @param fine how many MSKUs can be shipped
 */
public record MappingCheck(
    Map<Msku, List<String>> unknown, Map<Msku, List<String>> empty, int fine) {

  /** Copies the maps. */
  public MappingCheck {
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    empty = Collections.unmodifiableMap(new LinkedHashMap<>(empty));
  }

  /**
   * Asks the network for every MSKU of a mapping. Changes nothing, anywhere.
   *
   * @throws ConfigurationException when the mapping cannot list what is in it
   * @throws ApiException when the network cannot be asked
   */
  public static MappingCheck verify(SkuMapper mapper, FulfillmentNetwork network) {
    Map<String, List<SkuMapper.Component>> mappings =
        mapper
            .mappings()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        List.of("skuMapper cannot list its mappings, so they cannot be checked")));
    return compare(mappings, network);
  }

  static MappingCheck compare(
      Map<String, List<SkuMapper.Component>> mappings, FulfillmentNetwork network) {
    Map<String, SortedSet<String>> users = new TreeMap<>();
    mappings.forEach(
        (sku, components) ->
            components.forEach(
                component ->
                    users
                        .computeIfAbsent(component.msku().value(), msku -> new TreeSet<>())
                        .add(sku)));
    Map<Msku, Integer> units =
        network.fulfillableUnits(users.keySet().stream().map(Msku::of).toList());
    Map<Msku, List<String>> unknown = new LinkedHashMap<>();
    Map<Msku, List<String>> empty = new LinkedHashMap<>();
    users.forEach(
        (value, skus) -> {
          Msku msku = Msku.of(value);
          Integer there = units.get(msku);
          if (there == null) {
            unknown.put(msku, List.copyOf(skus));
          } else if (there <= 0) {
            empty.put(msku, List.copyOf(skus));
          }
        });
    return new MappingCheck(unknown, empty, users.size() - unknown.size() - empty.size());
  }

  /** Returns whether the network knows every MSKU; one that is out of stock is no error. */
  public boolean isGood() {
    return unknown.isEmpty();
  }

  /** Returns the findings in lines for a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    unknown.forEach(
        (msku, skus) ->
            text.append("not at the network: ").append(msku).append(neededFor(skus)).append('\n'));
    empty.forEach(
        (msku, skus) ->
            text.append("no units to ship: ").append(msku).append(neededFor(skus)).append('\n'));
    return text.append(fine).append(" MSKUs can be shipped").toString();
  }

  private static String neededFor(List<String> skus) {
    return ", needed for " + String.join(", ", skus);
  }
}
