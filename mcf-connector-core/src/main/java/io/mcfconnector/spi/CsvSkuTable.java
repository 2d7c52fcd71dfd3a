// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.spi.SkuMapper.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a mapping file: all its rows as they stand there, and what they mean. Immutable.
 *
 * @param layout how the file is written
 * @param rows the fields of every row but the first, in their order
 * @param components what the rows mean, by SKU
 */
record CsvSkuTable(
    CsvSkuLayout layout, List<List<String>> rows, Map<String, List<Component>> components) {

  /** Some hundred thousand SKUs. */
  static final int MAX_BYTES = 32 * 1024 * 1024;

  /** Enough for a person to see what is wrong. */
  private static final int MAX_PROBLEMS = 100;

  /**
   * Reads the content of a file.
   *
   * @throws ConfigurationException that lists what is wrong, with line numbers
   */
  static CsvSkuTable parse(Path file, byte[] content) {
    List<String> problems = new ArrayList<>();
    CsvSkuTable table = null;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(new ByteArrayInputStream(content))) {
      table = read(file, CsvSkuLayout.lineEndAndMark(content), records, problems);
    } catch (IOException | UncheckedIOException e) {
      problems.add(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (CsvParseException e) {
      problems.add(file + ": is not valid CSV (" + e.getMessage() + ")");
    }
    if (problems.isEmpty() && (table == null || table.components.isEmpty())) {
      problems.add(file + ": contains no mapping");
    }
    if (table == null || !problems.isEmpty()) {
      throw new ConfigurationException(shortened(file, problems));
    }
    return table;
  }

  private static CsvSkuTable read(
      Path file, CsvSkuLayout form, Iterable<CsvRecord> records, List<String> problems) {
    CsvSkuLayout layout = null;
    List<List<String>> rows = new ArrayList<>();
    Map<String, List<Component>> components = new LinkedHashMap<>();
    for (CsvRecord record : records) {
      if (layout == null) {
        layout = form.withHeader(record.getFields());
        if (!layout.isComplete()) {
          problems.add(file + ": the first line must be " + CsvSkuLayout.EXPECTED);
          break;
        }
      } else {
        List<String> fields = record.getFields();
        rows.add(fields);
        CsvSkuRow row =
            new CsvSkuRow(layout.sku(fields), layout.msku(fields), layout.units(fields));
        List<String> found = new ArrayList<>();
        if (fields.size() != layout.header().size()) {
          found.add(
              "has " + fields.size() + " fields, but the first line has " + layout.header().size());
        }
        found.addAll(row.problems(components));
        if (found.isEmpty()) {
          row.addTo(components);
        }
        String line = file + " line " + record.getStartingLineNumber() + ": ";
        found.forEach(problem -> problems.add(line + problem));
      }
    }
    components.replaceAll((sku, parts) -> List.copyOf(parts));
    return new CsvSkuTable(
        layout == null ? form : layout, rows, Collections.unmodifiableMap(components));
  }

  private static List<String> shortened(Path file, List<String> problems) {
    if (problems.size() <= MAX_PROBLEMS) {
      return problems;
    }
    List<String> first = new ArrayList<>(problems.subList(0, MAX_PROBLEMS));
    first.add(file + ": and " + (problems.size() - MAX_PROBLEMS) + " more problems");
    return first;
  }

  /**
   * Returns this table with other components of one SKU.
   *
   * @throws ConfigurationException when the file could not be read with them
   */
  CsvSkuTable with(Path file, String sku, List<Component> parts) {
    Map<String, List<Component>> changed = new LinkedHashMap<>(components);
    changed.remove(sku);
    List<CsvSkuRow> entries = CsvSkuRow.of(sku, parts);
    List<String> problems = new ArrayList<>();
    for (CsvSkuRow entry : entries) {
      List<String> found = entry.problems(changed);
      found.forEach(problem -> problems.add(file + ": the new mapping is not written: " + problem));
      if (found.isEmpty()) {
        entry.addTo(changed);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    changed.put(sku, List.copyOf(parts));
    return new CsvSkuTable(layout, rowsWith(sku, entries), Collections.unmodifiableMap(changed));
  }

  private List<List<String>> rowsWith(String sku, List<CsvSkuRow> entries) {
    List<List<String>> next = new ArrayList<>();
    List<List<String>> former = new ArrayList<>();
    int place = -1;
    for (List<String> fields : rows) {
      if (layout.sku(fields).strip().equals(sku)) {
        place = place < 0 ? next.size() : place;
        former.add(fields);
      } else {
        next.add(fields);
      }
    }
    List<List<String>> added = new ArrayList<>();
    for (CsvSkuRow entry : entries) {
      // A row that takes the place of another keeps its further columns.
      List<String> base = added.size() < former.size() ? former.get(added.size()) : List.of();
      added.add(layout.fields(base, entry));
    }
    next.addAll(place < 0 ? next.size() : place, added);
    return next;
  }

  /** Returns the content of a file with these rows; in UTF-8, whatever it was read from. */
  byte[] toBytes() {
    StringWriter text = new StringWriter();
    if (layout.startsWithMark()) {
      text.append('\uFEFF');
    }
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(layout.endsLinesWithReturn() ? LineDelimiter.CRLF : LineDelimiter.LF)
            .build(text)) {
      writer.writeRecord(layout.header());
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString().getBytes(UTF_8);
  }
}
