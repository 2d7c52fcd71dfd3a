// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSkuMappingTest {

  private static final ShopId SHOP = ShopId.of("7000");
  private static final String HEADER = "seller_sku,msku,quantity\n";

  @TempDir Path directory;

  @Test
  void fromCsv_rows_mapSellerSkus() throws IOException {
    SkuMapper mapper = SkuMapper.fromCsv(file(HEADER + "MUG,FBA-MUG,1\nTEA , FBA-TEA,12\n"));

    assertThat(mapper.componentsOf(SHOP, sku("1", "MUG")))
        .contains(List.of(new Component(Msku.of("FBA-MUG"), 1)));
    assertThat(mapper.componentsOf(SHOP, sku("1", "TEA")))
        .contains(List.of(new Component(Msku.of("FBA-TEA"), 12)));
    assertThat(mapper.componentsOf(SHOP, sku("1", "mug"))).isEmpty();
  }

  @Test
  void fromCsv_severalRowsOfOneSku_makeAKitInTheirOrder() throws IOException {
    SkuMapper mapper =
        SkuMapper.fromCsv(file(HEADER + "KIT,FBA-TEA,1\nMUG,FBA-MUG,1\nKIT,FBA-MUG,2\n"));

    assertThat(mapper.componentsOf(SHOP, sku("1", "KIT")))
        .contains(
            List.of(new Component(Msku.of("FBA-TEA"), 1), new Component(Msku.of("FBA-MUG"), 2)));
  }

  @Test
  void fromCsv_skuWithoutSellerSku_isFoundByChannelId() throws IOException {
    SkuMapper mapper = SkuMapper.fromCsv(file(HEADER + "172900,FBA-MUG,1\n"));

    ChannelSku nameless = new ChannelSku(ChannelSkuId.of("172900"), null);
    assertThat(mapper.componentsOf(SHOP, nameless)).isPresent();
    assertThat(mapper.componentsOf(SHOP, sku("172900", "OTHER"))).isPresent();
    assertThat(mapper.componentsOf(SHOP, sku("172901", "OTHER"))).isEmpty();
  }

  @Test
  void fromCsv_byteOrderMarkQuotesAndExtraColumns_areUnderstood() throws IOException {
    SkuMapper mapper =
        SkuMapper.fromCsv(
            file("\uFEFFnote,seller_sku,msku,quantity\r\n\"a, b\",\"MUG, red\",FBA-MUG,2\r\n\r\n"));

    assertThat(mapper.componentsOf(SHOP, sku("1", "MUG, red")))
        .contains(List.of(new Component(Msku.of("FBA-MUG"), 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1000", "1.5", "two", "", " ", "1e2", "99999999999999999999", "\u0662"})
  void fromCsv_wrongQuantity_isReportedWithItsLine(String quantity) throws IOException {
    Path file = file(HEADER + "TEA,FBA-TEA,1\nMUG,FBA-MUG,\"" + quantity + "\"\n");

    assertThat(problemsOf(file))
        .containsExactly(file + " line 3: quantity must be a whole number from 1 to 999");
  }

  @Test
  void fromCsv_manyProblems_areAllReported() throws IOException {
    Path file =
        file(
            HEADER
                + ",FBA-MUG,1\n"
                + "MUG,,1\n"
                + "MUG,"
                + "M".repeat(51)
                + ",1\n"
                + "TEA,FBA-TEA,1\n"
                + "TEA,FBA-TEA,2\n"
                + "TEA,FBA-MUG\n"
                + "TEA,FBA-CUP,1,2\n"
                + ",,x\n");

    assertThat(problemsOf(file))
        .containsExactly(
            file + " line 2: seller_sku is empty",
            file + " line 3: msku must have 1 to 50 characters",
            file + " line 4: msku must have 1 to 50 characters",
            file + " line 6: this seller_sku and msku stand in an earlier line already",
            file + " line 7: has 2 fields, but the first line has 3",
            file + " line 7: quantity must be a whole number from 1 to 999",
            file + " line 8: has 4 fields, but the first line has 3",
            file + " line 9: seller_sku is empty",
            file + " line 9: msku must have 1 to 50 characters",
            file + " line 9: quantity must be a whole number from 1 to 999");
  }

  @Test
  void fromCsv_lineBreakInQuotes_keepsLineNumbersRight() throws IOException {
    Path file = file("seller_sku,msku,quantity,note\nA,B,1,\"two\nlines\"\nC,D,0,\n");

    assertThat(problemsOf(file))
        .containsExactly(file + " line 4: quantity must be a whole number from 1 to 999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seller_sku;msku;quantity~MUG;FBA;1 | the first line must be seller_sku,msku,quantity",
        "sku,msku,quantity~MUG,FBA,1 | the first line must be seller_sku,msku,quantity",
        "MUG,FBA,1~TEA,FBA,1 | the first line must be seller_sku,msku,quantity",
        "'' | contains no mapping",
        "seller_sku,msku,quantity | contains no mapping",
      })
  void fromCsv_wrongForm_isReported(String content, String problem) throws IOException {
    Path file = file(content.replace('~', '\n'));

    assertThat(problemsOf(file)).containsExactly(file + ": " + problem);
  }

  @Test
  void fromCsv_missingFile_isReported() {
    Path file = directory.resolve("none.csv");

    assertThat(problemsOf(file)).containsExactly(file + ": cannot be read (NoSuchFileException)");
  }

  @Test
  void fromCsv_directory_isReported() {
    assertThat(problemsOf(directory)).singleElement().asString().contains("cannot be read");
  }

  @Test
  void fromCsv_controlCharactersAndBrokenEncoding_areReportedWithoutTheirText() throws IOException {
    Path latin1 = directory.resolve("latin1.csv");
    Files.write(latin1, (HEADER + "M\u00DCG,FBA-MUG,1\n").getBytes(ISO_8859_1));
    Path hostile = file(HEADER + "MU\u0007G,FBA-MUG,1\nTEA,FBA\u001B[31m,1\n");

    assertThat(problemsOf(latin1))
        .containsExactly(
            latin1 + " line 2: contains unreadable characters; save the file as UTF-8");
    assertThat(problemsOf(hostile))
        .hasSize(2)
        .allMatch(problem -> problem.endsWith("unreadable characters; save the file as UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seller_sku,msku,quantity\n\"MUG,FBA,1\n",
        "seller_sku,msku,quantity\n\"MUG\"x,FBA,1\n",
        "seller_sku,seller_sku,msku,quantity\nA,B,C,1\n",
        "\u0000\u0001\u0002",
        "\"",
        "\n\n\n"
      })
  void fromCsv_hostileText_isAConfigurationProblem(String content) throws IOException {
    assertThat(problemsOf(file(content))).isNotEmpty();
  }

  @Test
  void fromCsv_fieldLargerThanTheReaderTakes_isReportedWithoutItsText() throws IOException {
    Path file = file(HEADER + "Z".repeat(20_000_000) + ",FBA-MUG,1\n");

    assertThat(problemsOf(file))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(500));
  }

  @Test
  void of_map_mapsSellerSkuToOneUnit() {
    SkuMapper mapper = SkuMapper.of(Map.of("MUG", "FBA-MUG"));

    assertThat(mapper.componentsOf(SHOP, sku("1", "MUG")))
        .contains(List.of(new Component(Msku.of("FBA-MUG"), 1)));
    assertThat(mapper.componentsOf(SHOP, sku("1", "TEA"))).isEmpty();
    assertThat(mapper.componentsOf(SHOP, new ChannelSku(ChannelSkuId.of("1"), null))).isEmpty();
  }

  @Test
  void identity_usesTheSameTextWhenItFits() {
    SkuMapper mapper = SkuMapper.identity();

    assertThat(mapper.componentsOf(SHOP, sku("1", "MUG")))
        .contains(List.of(new Component(Msku.of("MUG"), 1)));
    assertThat(mapper.componentsOf(SHOP, sku("1", "M".repeat(51)))).isEmpty();
    assertThat(mapper.componentsOf(SHOP, new ChannelSku(ChannelSkuId.of("1"), null))).isEmpty();
  }

  @Test
  void component_withoutUnits_isRefused() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> new Component(Msku.of("M"), 0)))
        .hasMessageContaining("at least 1");
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

  private static ChannelSku sku(String id, String sellerSku) {
    return new ChannelSku(ChannelSkuId.of(id), SellerSku.of(sellerSku));
  }
}
