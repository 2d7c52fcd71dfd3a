// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a mapping file is written, so that it can be written the same way again.
 *
 * @param header the first line
 * @param startsWithMark whether a byte-order mark goes before it, as spreadsheets like
 * @param endsLinesWithReturn whether lines end in carriage return and line feed
 */
record CsvSkuLayout(List<String> header, boolean startsWithMark, boolean endsLinesWithReturn) {

  private static final String SKU = "seller_sku";
  private static final String MSKU = "msku";
  private static final String UNITS = "quantity";

  /** The first line of a file without further columns. */
  static final String EXPECTED = String.join(",", SKU, MSKU, UNITS);

  private static final int MARK = 0xEF;

  static CsvSkuLayout lineEndAndMark(byte[] content) {
    boolean mark = content.length > 0 && (content[0] & 0xFF) == MARK;
    int lineFeed = 0;
    while (lineFeed < content.length && content[lineFeed] != '\n') {
      lineFeed++;
    }
    boolean withReturn = lineFeed > 0 && lineFeed < content.length && content[lineFeed - 1] == '\r';
    return new CsvSkuLayout(List.of(), mark, withReturn);
  }

  CsvSkuLayout withHeader(List<String> fields) {
    return new CsvSkuLayout(
        fields.stream().map(String::strip).toList(), startsWithMark, endsLinesWithReturn);
  }

  /** Returns whether every column that is needed is there once. */
  boolean isComplete() {
    return List.of(SKU, MSKU, UNITS).stream()
        .allMatch(column -> Collections.frequency(header, column) == 1);
  }

  String sku(List<String> fields) {
    return field(fields, SKU);
  }

  String msku(List<String> fields) {
    return field(fields, MSKU);
  }

  String units(List<String> fields) {
    return field(fields, UNITS);
  }

  private String field(List<String> fields, String column) {
    int index = header.indexOf(column);
    return index < fields.size() ? fields.get(index) : "";
  }

  /** Returns the fields of a row with what it now means; further columns are taken from a base. */
  List<String> fields(List<String> base, CsvSkuRow row) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      fields.add(
          switch (header.get(i)) {
            case SKU -> row.sku();
            case MSKU -> row.msku();
            case UNITS -> row.units();
            default -> i < base.size() ? base.get(i) : "";
          });
    }
    return fields;
  }
}
