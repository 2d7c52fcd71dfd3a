// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.mcfconnector.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tables of carriers. */
final class CarrierCsv {

  private static final String BUILT_IN = "carriers.csv";
  private static final List<String> HEADER = List.of("carrier", "provider");
  private static final String BLOCKED = "none";

  /** A table of every carrier there is has some kilobytes. */
  private static final int MAX_BYTES = 1024 * 1024;

  /** Enough for a person to see what is wrong. */
  private static final int MAX_PROBLEMS = 100;

  private final String name;
  private final Map<String, List<String>> rows = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private CarrierCsv(String name) {
    this.name = name;
  }

  static CarrierTable builtIn() {
    try (InputStream resource = CarrierCsv.class.getResourceAsStream(BUILT_IN)) {
      if (resource == null) {
        throw new IllegalStateException("this jar lacks " + BUILT_IN);
      }
      return new CarrierCsv(BUILT_IN).table(resource.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a host's table; the built-in one counts for carriers it has no row of.
   *
   * @throws ConfigurationException that lists what is wrong, with line numbers
   */
  static CarrierTable read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ConfigurationException(List.of(file + ": is larger than 1 MiB"));
      }
      return new CarrierCsv(file.toString()).table(bytes, CarrierTable.builtIn());
    } catch (IOException e) {
      ConfigurationException problem =
          new ConfigurationException(
              List.of(file + ": cannot be read (" + e.getClass().getSimpleName() + ")"));
      problem.initCause(e);
      throw problem;
    }
  }

  private CarrierTable table(byte[] content, @Nullable CarrierTable otherwise) {
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(new ByteArrayInputStream(content))) {
      boolean isHeader = true;
      for (CsvRecord record : records) {
        if (!isHeader) {
          add(record);
        } else if (!HEADER.equals(record.getFields().stream().map(String::strip).toList())) {
          problems.add(name + ": the first line must be " + String.join(",", HEADER));
          break;
        }
        isHeader = false;
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(name + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (CsvParseException e) {
      problems.add(name + ": is not valid CSV (" + e.getMessage() + ")");
    }
    if (problems.isEmpty() && rows.isEmpty()) {
      problems.add(name + ": contains no carrier");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(
          problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)));
    }
    rows.replaceAll((carrier, providers) -> List.copyOf(providers));
    return new CarrierTable(Map.copyOf(rows), otherwise);
  }

  private void add(CsvRecord record) {
    String line = name + " line " + record.getStartingLineNumber() + ": ";
    List<String> fields = record.getFields();
    if (fields.size() != HEADER.size()) {
      problems.add(line + "has " + fields.size() + " fields, but the first line has 2");
      return;
    }
    String carrier = CarrierWords.pattern(fields.get(0));
    String provider = CarrierWords.pattern(fields.get(1));
    boolean blocked = fields.get(1).strip().equalsIgnoreCase(BLOCKED);
    List<String> before = rows.get(carrier);
    if (carrier.isEmpty() || provider.isEmpty()) {
      problems.add(line + "carrier and provider each need a letter or a digit");
    } else if (before != null && (blocked || before.isEmpty())) {
      problems.add(line + "the carrier has another row, and one of them blocks it");
    } else {
      List<String> providers = rows.computeIfAbsent(carrier, key -> new ArrayList<>());
      if (!blocked) {
        providers.add(provider);
      }
    }
  }
}
