// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The states, provinces and territories of the countries where Amazon takes only the official
 * two-letter code, with their names and the postal codes that belong to them.
 */
final class Regions {

  private static final String RESOURCE = "regions.tsv";
  private static final Map<String, Regions> BY_COUNTRY = read();

  private final String country;
  private final Map<String, String> codesByName = new HashMap<>();
  private final Map<String, Pattern> postalCodes = new HashMap<>();

  private Regions(String country) {
    this.country = country;
  }

  /** Returns the regions of a country; {@code null} when it needs no codes. */
  static @Nullable Regions of(String country) {
    return BY_COUNTRY.get(country);
  }

  /** Returns whether this is an official code, in capitals. */
  boolean isCode(String text) {
    return postalCodes.containsKey(text);
  }

  /** Returns the code for a code or name in any spelling of case, accents, blanks and dots. */
  @Nullable String codeOf(String text) {
    String key = key(text);
    String code = codesByName.get(key);
    // ISO 3166-2 writes US-CA.
    return code == null && key.length() == 4 && key.startsWith(country)
        ? codesByName.get(key.substring(2))
        : code;
  }

  /** Returns whether the postal code, in its usual form, lies in the region. */
  boolean contains(String code, String postalCode) {
    Pattern start = postalCodes.get(code);
    return start != null && start.matcher(postalCode).lookingAt();
  }

  private void add(String code, String postalCodeStart, String names) {
    postalCodes.put(code, Pattern.compile(postalCodeStart));
    codesByName.put(code, code);
    for (String name : names.split("\\|", -1)) {
      codesByName.put(key(name), code);
    }
  }

  private static Map<String, Regions> read() {
    Map<String, Regions> regions = new HashMap<>();
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      regions.computeIfAbsent(cells[0], Regions::new).add(cells[1], cells[2], cells[3]);
    }
    return Map.copyOf(regions);
  }

  /** Returns the lines of the resource without its header. */
  static List<String> lines() {
    return text().lines().filter(line -> !isHeader(line)).toList();
  }

  /** Returns the header, which tells where the data is from. */
  static List<String> header() {
    return text().lines().filter(Regions::isHeader).toList();
  }

  private static boolean isHeader(String line) {
    return line.startsWith("#");
  }

  private static String text() {
    try (InputStream resource = Regions.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing in the jar; build it again");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read; build the jar again", e);
    }
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
