// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges every address of {@code addresses.tsv}, whose header tells how to read it. */
class AddressCorpusTest {

  private static final List<AddressPart> COLUMNS =
      List.of(
          AddressPart.NAME,
          AddressPart.LINE1,
          AddressPart.LINE2,
          AddressPart.LINE3,
          AddressPart.CITY,
          AddressPart.STATE_OR_REGION,
          AddressPart.POSTAL_CODE,
          AddressPart.COUNTRY_CODE,
          AddressPart.PHONE);

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  private static final AddressNormalizer NORMALIZER = new AddressNormalizer();
  private static final AddressValidator VALIDATOR =
      new AddressValidator(
          Set.of("US", "CA", "MX", "GB", "DE", "FR", "IT", "ES", "NL", "JP"), Set.of());

  static Stream<Case> cases() throws IOException {
    try (InputStream file = AddressCorpusTest.class.getResourceAsStream("addresses.tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      List<Case> cases = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).startsWith("#")) {
          cases.add(Case.of(i + 1, lines.get(i)));
        }
      }
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void address_isSentOrRefusedAsThePostalRulesSay(Case given) {
    NormalizedAddress normalized = NORMALIZER.normalize(given.address());
    List<Violation> violations = VALIDATOR.validate(given.address());

    if (given.expected().startsWith("refused ")) {
      assertThat(refusals(violations)).isEqualTo(words(given.expected(), "refused ", " "));
    } else {
      assertThat(violations).isEmpty();
      assertThat(differences(given.address(), normalized))
          .isEqualTo(words(given.expected(), "ok", " ; "));
    }
  }

  @Test
  void corpus_isLargeEnough() throws IOException {
    List<Case> cases = cases().toList();

    assertThat(cases).hasSizeGreaterThanOrEqualTo(400);
    assertThat(cases)
        .filteredOn(given -> given.address().countryCode().equals("US"))
        .hasSizeGreaterThanOrEqualTo(250);
  }

  private static Set<String> refusals(List<Violation> violations) {
    return violations.stream()
        .map(
            violation ->
                violation.path().replace("destination.", "")
                    + ":"
                    + violation.code().name().replace("ADDRESS_", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> differences(Address given, NormalizedAddress normalized) {
    Set<String> differences = new TreeSet<>();
    for (AddressPart part : AddressPart.values()) {
      String text = part.of(normalized.address());
      if (!text.equals(part.of(given))) {
        differences.add(part.label() + "=" + text);
      }
    }
    if (!normalized.traits().isEmpty()) {
      differences.add(
          "is="
              + normalized.traits().stream()
                  .sorted()
                  .map(AddressTrait::name)
                  .collect(Collectors.joining(",")));
    }
    return differences;
  }

  private static Set<String> words(String expected, String start, String separator) {
    return Arrays.stream(expected.substring(start.length()).split(Pattern.quote(separator), -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One line of the file. */
  record Case(int line, String rule, Address address, String expected) {

    static Case of(int line, String text) {
      String[] cells = text.split("\t", -1);
      assertThat(cells).as("cells of line %s", line).hasSize(COLUMNS.size() + 2);
      Address.Builder address = Address.builder();
      for (int i = 0; i < COLUMNS.size(); i++) {
        address = COLUMNS.get(i).set(address, unescaped(cells[i + 1]));
      }
      return new Case(line, cells[0], address.build(), cells[cells.length - 1]);
    }

    private static String unescaped(String cell) {
      return ESCAPE
          .matcher(cell)
          .replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    @Override
    public String toString() {
      return line + " " + rule;
    }
  }
}
