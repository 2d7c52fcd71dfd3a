// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A SKU mapping read from a CSV file; immutable once read. */
final class CsvSkuMapping implements SkuMapper {

  private static final List<String> HEADER = List.of("seller_sku", "msku", "quantity");
  private static final int MAX_UNITS = 999;

  /** Control characters, and what a decoder puts in place of broken UTF-8. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\uFFFD]");

  private final Map<String, List<Component>> components;

  private CsvSkuMapping(Map<String, List<Component>> components) {
    this.components = components;
  }

  @Override
  public Optional<List<Component>> componentsOf(ShopId shop, ChannelSku sku) {
    List<Component> bySellerSku =
        sku.sellerSku() == null ? null : components.get(sku.sellerSku().value());
    return Optional.ofNullable(
        bySellerSku != null ? bySellerSku : components.get(sku.id().value()));
  }

  static CsvSkuMapping read(Path file) {
    List<String> problems = new ArrayList<>();
    Map<String, List<Component>> components = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(HEADER)) {
          problems.add(file + ": the first line must be " + String.join(",", HEADER));
          break;
        }
        addRow(file, row, components, problems);
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (CsvParseException e) {
      problems.add(file + ": is not valid CSV (" + e.getMessage() + ")");
    }
    if (problems.isEmpty() && components.isEmpty()) {
      problems.add(file + ": contains no mapping");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    components.replaceAll((sku, parts) -> List.copyOf(parts));
    return new CsvSkuMapping(Map.copyOf(components));
  }

  private static void addRow(
      Path file,
      NamedCsvRecord row,
      Map<String, List<Component>> components,
      List<String> problems) {
    String line = file + " line " + row.getStartingLineNumber() + ": ";
    String sellerSku = row.findField("seller_sku").orElse("").strip();
    String msku = row.findField("msku").orElse("").strip();
    String quantity = row.findField("quantity").orElse("").strip();
    int problemsBefore = problems.size();
    if (row.getFieldCount() != row.getHeader().size()) {
      problems.add(
          line
              + "has "
              + row.getFieldCount()
              + " fields, but the first line has "
              + row.getHeader().size());
    }
    if (UNREADABLE.matcher(sellerSku + msku).find()) {
      problems.add(line + "contains unreadable characters; save the file as UTF-8");
    }
    if (sellerSku.isEmpty()) {
      problems.add(line + "seller_sku is empty");
    }
    if (msku.isEmpty() || msku.length() > 50) {
      problems.add(line + "msku must have 1 to 50 characters");
    }
    if (!quantity.matches("\\d{1,3}") || Integer.parseInt(quantity) == 0) {
      problems.add(line + "quantity must be a whole number from 1 to " + MAX_UNITS);
    }
    List<Component> parts = components.getOrDefault(sellerSku, new ArrayList<>());
    if (parts.stream().anyMatch(part -> part.msku().value().equals(msku))) {
      problems.add(line + "this seller_sku and msku stand in an earlier line already");
    }
    if (problems.size() == problemsBefore) {
      parts.add(new Component(Msku.of(msku), Integer.parseInt(quantity)));
      components.put(sellerSku, parts);
    }
  }
}
