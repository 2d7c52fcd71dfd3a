// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditableSkuMapperTest {

  private static final ShopId SHOP = ShopId.of("7000");
  private static final List<Component> ONE_MUG = List.of(new Component(Msku.of("FBA-MUG"), 1));
  private static final List<Component> KIT =
      List.of(new Component(Msku.of("FBA-TEA"), 1), new Component(Msku.of("FBA-MUG"), 2));

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = directory.resolve("sku-mapping.csv");
    write("seller_sku,note,msku,quantity\nTEA,\"black, loose\",FBA-TEA,12\nCUP,,FBA-CUP,1\n");
  }

  @Test
  void put_inMemory_answersAtOnceAndForgetsNothing() {
    EditableSkuMapper mapping = SkuMapper.inMemory();
    mapping.put(sku("MUG"), KIT);
    mapping.put(sku("MUG"), ONE_MUG);
    mapping.put(sku("GIFT-CARD"), List.of());
    mapping.put(new ChannelSku(ChannelSkuId.of("1729"), null), KIT);

    assertThat(mapping.componentsOf(SHOP, sku("MUG"))).contains(ONE_MUG);
    assertThat(mapping.componentsOf(SHOP, sku("GIFT-CARD"))).contains(List.of());
    assertThat(mapping.componentsOf(SHOP, new ChannelSku(ChannelSkuId.of("1729"), null)))
        .contains(KIT);
    assertThat(mapping.componentsOf(SHOP, sku("TEA"))).isEmpty();
    assertThat(mapping.mappings().orElseThrow()).containsOnlyKeys("MUG", "GIFT-CARD", "1729");
  }

  @Test
  void put_newSku_isAppendedAndOtherRowsStay() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    mapping.put(sku("SET, large"), KIT);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            seller_sku,note,msku,quantity
            TEA,"black, loose",FBA-TEA,12
            CUP,,FBA-CUP,1
            "SET, large",,FBA-TEA,1
            "SET, large",,FBA-MUG,2
            """);
    assertThat(mapping.componentsOf(SHOP, sku("SET, large"))).contains(KIT);
    assertThat(SkuMapper.fromCsv(file).mappings()).isEqualTo(mapping.mappings());
  }

  @Test
  void put_knownSku_takesThePlaceOfItsRows() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    mapping.put(sku("TEA"), KIT);
    mapping.put(sku("TEA"), KIT);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            seller_sku,note,msku,quantity
            TEA,"black, loose",FBA-TEA,1
            TEA,,FBA-MUG,2
            CUP,,FBA-CUP,1
            """);
  }

  @Test
  void put_noComponents_saysThatTheNetworkNeverShipsIt() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    mapping.put(sku("CUP"), List.of());

    assertThat(Files.readString(file)).endsWith("\nCUP,,,0\n");
    assertThat(mapping.componentsOf(SHOP, sku("CUP"))).contains(List.of());
    assertThat(SkuMapper.fromCsv(file).componentsOf(SHOP, sku("CUP"))).contains(List.of());
  }

  @Test
  void put_keepsByteOrderMarkAndLineEnds() throws IOException {
    write("\uFEFFseller_sku,msku,quantity\r\nTEA,FBA-TEA,1\r\n");
    SkuMapper.fromCsv(file).put(sku("MUG"), ONE_MUG);

    assertThat(Files.readString(file))
        .isEqualTo("\uFEFFseller_sku,msku,quantity\r\nTEA,FBA-TEA,1\r\nMUG,FBA-MUG,1\r\n");
  }

  @Test
  void put_afterAPersonChangedTheFile_keepsWhatThePersonWrote() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    write("seller_sku,msku,quantity\nPOT,FBA-POT,1\n");
    mapping.put(sku("MUG"), ONE_MUG);

    assertThat(mapping.mappings().orElseThrow()).containsOnlyKeys("POT", "MUG");
    assertThat(Files.readString(file))
        .isEqualTo("seller_sku,msku,quantity\nPOT,FBA-POT,1\nMUG,FBA-MUG,1\n");
  }

  @Test
  void put_fileIsBroken_changesNothing() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    write("seller_sku,msku,quantity\nTEA,FBA-TEA,none\n");

    assertThatThrownBy(() -> mapping.put(sku("MUG"), ONE_MUG))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("line 2: quantity must be");
    assertThat(Files.readString(file)).endsWith("none\n");
    assertThat(mapping.componentsOf(SHOP, sku("MUG"))).isEmpty();
    assertThat(mapping.componentsOf(SHOP, sku("CUP"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+MUG", "-MUG", "@MUG", "\tMUG", "MU\u202EG", "MU\nG", "MU\u0000G"})
  void put_skuThatTheFileMustNotHold_isRefused(String sellerSku) throws IOException {
    String before = Files.readString(file);
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);

    assertThatThrownBy(() -> mapping.put(sku(sellerSku), ONE_MUG))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the new mapping is not written");
    assertThatThrownBy(() -> mapping.put(sku("MUG"), List.of(new Component(Msku.of("=FBA"), 1))))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> mapping.put(sku("MUG"), List.of(new Component(Msku.of("FBA"), 1000))))
        .isInstanceOf(ConfigurationException.class);
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(mapping.mappings().orElseThrow()).containsOnlyKeys("TEA", "CUP");
  }

  @Test
  void put_directoryCannotBeWritten_saysSoAndKeepsTheOldMapping() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    Files.delete(file);

    assertThatThrownBy(() -> mapping.put(sku("MUG"), ONE_MUG))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot be read (NoSuchFileException)");
    assertThat(mapping.componentsOf(SHOP, sku("MUG"))).isEmpty();
    assertThat(mapping.componentsOf(SHOP, sku("TEA"))).isPresent();
  }

  @Test
  void put_leavesNoDraftAndKeepsPermissionsAndLinks() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);
    SkuMapper.fromCsv(link).put(sku("MUG"), ONE_MUG);

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).contains("MUG,,FBA-MUG,1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(file, link);
    }
  }

  @Test
  void put_byManyThreadsWhileOthersRead_losesNothingAndShowsNoHalf() throws Exception {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    ExecutorService pool = Executors.newFixedThreadPool(5);
    AtomicBoolean done = new AtomicBoolean();
    try {
      Future<Integer> reader =
          pool.submit(
              () -> {
                int files = 0;
                while (!done.get() || files == 0) {
                  assertThat(SkuMapper.fromCsv(file).componentsOf(SHOP, sku("CUP"))).isPresent();
                  assertThat(mapping.componentsOf(SHOP, sku("KIT-0-0")))
                      .satisfiesAnyOf(
                          answer -> assertThat(answer).isEmpty(),
                          answer -> assertThat(answer).contains(KIT));
                  files++;
                }
                return files;
              });
      List<Future<?>> writers = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        String prefix = "KIT-" + thread + "-";
        writers.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    mapping.put(sku(prefix + i), KIT);
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      done.set(true);
      assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
    } finally {
      done.set(true);
      pool.shutdownNow();
    }
    assertThat(SkuMapper.fromCsv(file).mappings().orElseThrow()).hasSize(42);
  }

  @Test
  void reloadIfChanged_readsOnlyAChangedFile() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    assertThat(mapping.reloadIfChanged()).isFalse();

    write("seller_sku,msku,quantity\nMUG,FBA-MUG,1\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T12:00:00Z")));

    assertThat(mapping.reloadIfChanged()).isTrue();
    assertThat(mapping.mappings().orElseThrow()).containsOnlyKeys("MUG");
    assertThat(mapping.reloadIfChanged()).isFalse();
    mapping.put(sku("TEA"), KIT);
    assertThat(mapping.reloadIfChanged()).isFalse();
  }

  @Test
  void reloadIfChanged_badFile_isToldEachTimeUntilItIsGood() throws IOException {
    CsvSkuMapping mapping = SkuMapper.fromCsv(file);
    write("nonsense");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(mapping::reloadIfChanged).isInstanceOf(ConfigurationException.class);
      assertThat(mapping.mappings().orElseThrow()).containsOnlyKeys("TEA", "CUP");
    }
    Files.delete(file);
    assertThatThrownBy(mapping::reloadIfChanged)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("NoSuchFileException");
    write("seller_sku,msku,quantity\nMUG,FBA-MUG,1\n");
    assertThat(mapping.reloadIfChanged()).isTrue();
  }

  private void write(String content) throws IOException {
    Files.write(file, content.getBytes(UTF_8));
  }

  private static ChannelSku sku(String sellerSku) {
    return new ChannelSku(ChannelSkuId.of("1"), SellerSku.of(sellerSku));
  }
}
