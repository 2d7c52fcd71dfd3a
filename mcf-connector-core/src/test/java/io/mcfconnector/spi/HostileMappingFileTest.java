// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper.Component;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that people, spreadsheets and attackers make. Good rows stand around the bad one. */
class HostileMappingFileTest {

  private static final String HEADER = "seller_sku,msku,quantity\n";
  private static final String INVISIBLE =
      " line 3: contains invisible characters; type the SKU instead of copying it";
  private static final String UNREADABLE =
      " line 3: contains unreadable characters; save the file as UTF-8";
  private static final String SELLER_FORMULA =
      " line 3: seller_sku starts with a character that spreadsheets take for a formula:"
          + " = + - @ or tab";
  private static final String MSKU_FORMULA =
      " line 3: msku starts with a character that spreadsheets take for a formula:"
          + " = + - @ or tab";

  @TempDir Path directory;

  static Stream<Arguments> badRows() {
    return Stream.of(
        Arguments.of(
            "S".repeat(10_000) + ",M,1", " line 3: seller_sku must have 1 to 200 characters"),
        Arguments.of(
            "S," + "M".repeat(10_000) + ",1", " line 3: msku must have 1 to 50 characters"),
        Arguments.of(
            "S,M," + "9".repeat(10_000), " line 3: quantity must be a whole number from 1 to 999"),
        Arguments.of("MUG\u202Egpj,M,1", INVISIBLE),
        Arguments.of("S,\u2067FBA\u2069,1", INVISIBLE),
        Arguments.of("MU\u200BG,M,1", INVISIBLE),
        Arguments.of("\uFEFFMUG,M,1", INVISIBLE),
        Arguments.of("M\u00ADUG,M,1", INVISIBLE),
        Arguments.of("MUG\u00A0RED,M,1", INVISIBLE),
        Arguments.of("MU\u0000G,M,1", UNREADABLE),
        Arguments.of("S,M\u001B[2J,1", UNREADABLE),
        Arguments.of("S,M\u0085,1", UNREADABLE),
        Arguments.of("\"MU\nG\",M,1", UNREADABLE),
        Arguments.of("=cmd|' /C calc'!A0,M,1", SELLER_FORMULA),
        Arguments.of("+1,M,1", SELLER_FORMULA),
        Arguments.of("-1,M,1", SELLER_FORMULA),
        Arguments.of("@SUM(A1),M,1", SELLER_FORMULA),
        Arguments.of("\tMUG,M,1", SELLER_FORMULA),
        Arguments.of("\" =MUG\",M,1", SELLER_FORMULA),
        Arguments.of("\uFF1DMUG,M,1", SELLER_FORMULA),
        Arguments.of("S,=M,1", MSKU_FORMULA),
        Arguments.of("S,-M,1", MSKU_FORMULA),
        Arguments.of(
            "S,\"M\"\"1\",1",
            " line 3: msku must not contain a quotation mark, which Amazon refuses"),
        Arguments.of(
            "TEA,FBA-TEA,2", " line 3: this seller_sku and msku stand in an earlier line already"),
        Arguments.of(
            "TEA,,0",
            " line 3: this seller_sku is mapped in an earlier line, so quantity 0 without msku must"
                + " not follow"),
        Arguments.of("S,M,0", " line 3: quantity must be a whole number from 1 to 999"),
        Arguments.of("S,M,-1", " line 3: quantity must be a whole number from 1 to 999"),
        Arguments.of("S,M,1.0", " line 3: quantity must be a whole number from 1 to 999"),
        Arguments.of("S,M,1000", " line 3: quantity must be a whole number from 1 to 999"),
        Arguments.of("S,,", " line 3: msku must have 1 to 50 characters"));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void fromCsv_badRow_isRefusedWithLineAndRule(String row, String problem) throws IOException {
    Path file = file(HEADER + "TEA,FBA-TEA,1\n" + row + "\nMUG,FBA-MUG,1\n");

    assertThat(problemsOf(file)).contains(file + problem).allMatch(line -> line.length() < 500);
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void reload_badRow_keepsTheOldMapping(String row, String problem) throws IOException {
    Path file = file(HEADER + "OLD,FBA-OLD,1\n");
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    Files.writeString(file, HEADER + "TEA,FBA-TEA,1\n" + row + "\n");

    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, mapping::reload);

    assertThat(refusal.problems()).contains(file + problem);
    assertThat(mapping.mappings().orElseThrow())
        .isEqualTo(Map.of("OLD", List.of(new Component(Msku.of("FBA-OLD"), 1))));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void fromCsv_strangeButPlainText_isTakenAsItStands(String sellerSku) throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file(HEADER + "\"" + sellerSku + "\",FBA-MUG,1\n"));

    assertThat(mapping.componentsOf(ShopId.of("1"), sku(sellerSku))).isPresent();
    assertThat(mapping.componentsOf(ShopId.of("1"), sku("MUG"))).isEmpty();
  }

  static Stream<String> harmless() {
    return Stream.of(
        "<script>alert(1)</script>",
        "MUG \uD83C\uDF75",
        "M\u00DCG",
        "\u30DE\u30B0-1",
        "MUG=1",
        "1-2+3@4",
        "${jndi:ldap://x}",
        "'; DROP TABLE skus; --",
        "a,b;c");
  }

  @Test
  void fromCsv_utf16WithMark_isRead() throws IOException {
    Path file = directory.resolve("utf16.csv");
    Files.write(file, ("\uFEFF" + HEADER + "MUG,FBA-MUG,1\n").getBytes(UTF_16LE));

    assertThat(SkuMapper.fromCsv(file).mappings().orElseThrow()).containsOnlyKeys("MUG");
  }

  @Test
  void fromCsv_utf16WithoutMark_isRefused() throws IOException {
    Path file = directory.resolve("utf16.csv");
    Files.write(file, (HEADER + "MUG,FBA-MUG,1\n").getBytes(UTF_16LE));

    assertThat(problemsOf(file))
        .containsExactly(file + ": the first line must be seller_sku,msku,quantity");
  }

  @Test
  void fromCsv_hugeFile_isRefusedUnread() throws IOException {
    Path file = directory.resolve("huge.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 32);
    }

    assertThat(problemsOf(file)).containsExactly(file + ": is larger than 32 MiB");
  }

  @Test
  void fromCsv_thousandsOfBadLines_reportsTheFirstHundredAndTheRest() throws IOException {
    Path file = file(HEADER + "MUG,M,0\n".repeat(5_000));

    assertThat(problemsOf(file))
        .hasSize(101)
        .startsWith(file + " line 2: quantity must be a whole number from 1 to 999")
        .endsWith(file + ": and 4900 more problems");
  }

  @Test
  void fromCsv_unclosedQuote_namesItsLine() throws IOException {
    Path file = file(HEADER + "TEA,FBA-TEA,1\n\"MUG,FBA-MUG,1\nCUP,FBA-CUP,1\n");

    assertThat(problemsOf(file)).isNotEmpty().allMatch(problem -> problem.contains(" line 3"));
  }

  @Test
  void fromCsv_textAfterClosingQuote_namesItsLine() throws IOException {
    Path file = file(HEADER + "TEA,FBA-TEA,1\n\"MUG\"x,FBA-MUG,1\n");

    assertThat(problemsOf(file)).singleElement().asString().contains("line 3");
  }

  private List<String> problemsOf(Path file) {
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, () -> SkuMapper.fromCsv(file));
    assertThat(refusal).isNotNull();
    return refusal.problems();
  }

  private Path file(String content) throws IOException {
    return Files.write(directory.resolve("sku-mapping.csv"), content.getBytes(UTF_8));
  }

  private static ChannelSku sku(String sellerSku) {
    return new ChannelSku(ChannelSkuId.of("1"), SellerSku.of(sellerSku));
  }
}
