// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.SkuMapper.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping file: a component of a SKU, or the word that the network never ships it.
 *
 * @param sku as written; blanks around it do not count
 * @param msku as written; empty when the network never ships the SKU
 * @param units as written
 */
record CsvSkuRow(String sku, String msku, String units) {

  static final int MAX_UNITS = 999;

  private static final int MAX_SKU = 200;
  private static final int MAX_MSKU = 50;
  private static final String NONE = "0";

  /** Control characters, and what a decoder puts in place of bytes that are not UTF-8. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFD}]");

  /** Zero-width characters, changes of direction and the like: two SKUs would look the same. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\x{00A0}]");

  /** What a spreadsheet takes for the start of a formula, full-width forms included. */
  private static final String FORMULA_STARTS = "=+-@\t\uFF1D\uFF0B\uFF0D\uFF20";

  static List<CsvSkuRow> of(String sku, List<Component> parts) {
    return parts.isEmpty()
        ? List.of(new CsvSkuRow(sku, "", NONE))
        : parts.stream()
            .map(part -> new CsvSkuRow(sku, part.msku().value(), String.valueOf(part.units())))
            .toList();
  }

  /** Returns what is wrong with this row after the rows that were good; quotes nothing of it. */
  List<String> problems(Map<String, List<Component>> before) {
    List<String> problems = new ArrayList<>();
    if (UNREADABLE.matcher(sku.strip() + msku.strip()).find()) {
      problems.add("contains unreadable characters; save the file as UTF-8");
    }
    if (INVISIBLE.matcher(sku + msku).find()) {
      problems.add("contains invisible characters; type the SKU instead of copying it");
    }
    formula(sku, "seller_sku", problems);
    formula(msku, "msku", problems);
    if (sku.isBlank()) {
      problems.add("seller_sku is empty");
    }
    if (sku.strip().length() > MAX_SKU) {
      problems.add("seller_sku must have 1 to " + MAX_SKU + " characters");
    }
    if (!isForNetwork()) {
      if (before.containsKey(sku.strip())) {
        problems.add(
            "this seller_sku is mapped in an earlier line, so quantity 0 without msku must not"
                + " follow");
      }
      return problems;
    }
    if (msku.isBlank() || msku.strip().length() > MAX_MSKU) {
      problems.add("msku must have 1 to " + MAX_MSKU + " characters");
    }
    if (msku.contains("\"")) {
      problems.add("msku must not contain a quotation mark, which Amazon refuses");
    }
    if (!units.strip().matches("[0-9]{1,3}") || Integer.parseInt(units.strip()) == 0) {
      problems.add("quantity must be a whole number from 1 to " + MAX_UNITS);
    }
    clash(before.get(sku.strip()), problems);
    return problems;
  }

  private static void formula(String text, String column, List<String> problems) {
    if (startsFormula(text) || startsFormula(text.strip())) {
      problems.add(
          column + " starts with a character that spreadsheets take for a formula: = + - @ or tab");
    }
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private void clash(@Nullable List<Component> parts, List<String> problems) {
    if (parts == null) {
      return;
    }
    if (parts.isEmpty()) {
      problems.add("this seller_sku has quantity 0 without msku in an earlier line");
    }
    if (parts.stream().anyMatch(part -> part.msku().value().equals(msku.strip()))) {
      problems.add("this seller_sku and msku stand in an earlier line already");
    }
  }

  /** Adds what this row means. Only for a row without problems. */
  void addTo(Map<String, List<Component>> components) {
    List<Component> parts = components.computeIfAbsent(sku.strip(), key -> new ArrayList<>());
    if (isForNetwork()) {
      parts.add(new Component(Msku.of(msku.strip()), Integer.parseInt(units.strip())));
    }
  }

  private boolean isForNetwork() {
    return !(msku.isBlank() && units.strip().equals(NONE));
  }
}
