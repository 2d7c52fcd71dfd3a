// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierMapperTest {

  private static final List<ShippingProvider> OFFERED =
      List.of(
          provider("sf", "\u987A\u4E30\u901F\u8FD0\u96C6\u56E2"),
          provider("ups", "UPS"),
          provider("upsmi", "UPS Mail Innovations"),
          provider("fedex", "FedEx"),
          provider("usps", "USPS"),
          provider("amazon", "Amazon Logistics"));

  /** Names of the US list, each its own id. */
  private static final List<ShippingProvider> TIKTOK_US =
      Stream.of(
              "USPS",
              "UPS",
              "FedEx",
              "DHL express",
              "DHL eCommerce",
              "OnTrac",
              "LaserShip",
              "Veho",
              "UniUni",
              "Speedx",
              "Gofo Express",
              "Amazon Logistics",
              "Amazon Logistics UK",
              "MCF by Amazon")
          .map(name -> provider(name, name))
          .toList();

  @TempDir private Path directory;

  private final CarrierMapper mapper = CarrierMapper.byName();

  @ParameterizedTest
  @CsvSource({
    "UPS, ups",
    "ups, ups",
    "UPS_MI, ups",
    "UPS MAIL INNOVATIONS, upsmi",
    "UPS_MAIL_INNOVATIONS_EXPEDITED, upsmi",
    "FEDEX_SMARTPOST, fedex",
    "U.S.P.S., usps",
    "AMZN_US, amazon",
    "Amazon, amazon",
    "AMZL, amazon"
  })
  void providerFor_carrierCode_findsProviderByName(String carrier, String provider) {
    assertThat(mapper.providerFor(parcel(carrier, "1Z999", null), OFFERED))
        .contains(ShippingProviderId.of(provider));
  }

  @ParameterizedTest
  @CsvSource({"DHL", "LASERSHIP", "US", "???"})
  void providerFor_carrierNobodyOffers_isEmpty(String carrier) {
    assertThat(mapper.providerFor(parcel(carrier, "1Z999", null), OFFERED)).isEmpty();
  }

  @Test
  void providerFor_networksOwnNumber_isTheNetworksProvider() {
    assertThat(mapper.providerFor(parcel("UPS", "1Z999", "AFTN1"), OFFERED))
        .contains(ShippingProviderId.of("amazon"));
    assertThat(mapper.providerFor(parcel(null, "TBA300000000011", null), OFFERED))
        .contains(ShippingProviderId.of("amazon"));
  }

  @Test
  void providerFor_networkNotOffered_isEmptyInsteadOfAnother() {
    List<ShippingProvider> withoutAmazon = OFFERED.subList(0, 5);

    assertThat(mapper.providerFor(parcel("UPS", "1Z999", "AFTN1"), withoutAmazon)).isEmpty();
  }

  @Test
  void providerFor_noCarrierYet_isEmpty() {
    assertThat(mapper.providerFor(parcel(null, "1Z999", null), OFFERED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AMZN_US, Amazon Logistics",
    "AMZL, Amazon Logistics",
    "Amazon Logistics, Amazon Logistics",
    "FEDEX, FedEx",
    "FEDEX_SMARTPOST, FedEx",
    "UPS, UPS",
    "UPS_MI, UPS",
    "USPS, USPS",
    "DHL, DHL express",
    "DHL_GLOBAL_MAIL, DHL eCommerce",
    "DHL_ECOMMERCE, DHL eCommerce",
    "ONTRAC, OnTrac",
    "LASERSHIP, LaserShip"
  })
  void byName_carrierTheNetworkIsKnownToUse_findsTheChannelsProvider(
      String carrier, String provider) {
    assertThat(mapper.providerFor(parcel(carrier, "1Z999", null), TIKTOK_US))
        .contains(ShippingProviderId.of(provider));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DHL_ECOMMERCE", "DHL_GLOBAL_MAIL"})
  void byName_otherServiceOfOneName_isNotTakenForIt(String carrier) {
    List<ShippingProvider> express = List.of(provider("dhl", "DHL"), provider("x", "DHL express"));

    assertThat(mapper.providerFor(parcel(carrier, "1Z999", null), express)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AMZN_US, MCF by Amazon", // The host's word for whatever the network moves.
    "VEHO, Veho",
    "VEHO_NEXT_DAY, Veho",
    "SURE_POST, UPS",
    "USPS, ",
    "USPS_PRIORITY, ",
    "ONTRAC, ",
    "UPS, UPS", // From the built-in table.
    "UNIUNI, UniUni" // By its own name.
  })
  void fromCsv_rowsOfTheHost_goBeforeTheBuiltIn(String carrier, @Nullable String provider) {
    CarrierMapper hosts =
        CarrierMapper.fromCsv(
            file(
                """
                carrier,provider
                amazon,MCF by*
                Veho*,Veho
                sure-post,Surely not offered
                sure-post,UPS
                usps*,none
                OnTrac,NONE
                """));

    assertThat(hosts.providerFor(parcel(carrier, "1Z999", null), TIKTOK_US))
        .isEqualTo(Optional.ofNullable(provider).map(ShippingProviderId::of));
  }

  @Test
  void fromCsv_blockedCarrierOfAParcelWithTheNetworksNumber_goesToTheNetwork() {
    CarrierMapper hosts = CarrierMapper.fromCsv(file("carrier,provider\nUSPS,none\n"));

    assertThat(hosts.providerFor(parcel("USPS", "9400", "AFTN1"), TIKTOK_US))
        .contains(ShippingProviderId.of("Amazon Logistics"));
  }

  @Test
  void fromCsv_badRows_areAllToldWithTheirLines() {
    Path file =
        file(
            """
            carrier,provider
            UPS
            ???,UPS
            DHL,*
            USPS,none
            USPS,USPS
            FEDEX,FedEx
            FEDEX,none
            """);

    assertThatThrownBy(() -> CarrierMapper.fromCsv(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("line 2", "line 3", "line 4", "line 6", "line 8")
        .hasMessageNotContainingAny("line 5", "line 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "carrier,provider", "UPS,UPS", "carrier,provider\n\"UPS"})
  void fromCsv_fileThatIsNoTable_isRefused(String content) {
    Path file = file(content);

    assertThatThrownBy(() -> CarrierMapper.fromCsv(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("carriers-of-host.csv");
  }

  @Test
  void fromCsv_missingOrHugeFile_isRefused() {
    Path missing = directory.resolve("missing.csv");
    Path huge = file("carrier,provider\n" + "UPS,UPS\n".repeat(200_000));

    assertThatThrownBy(() -> CarrierMapper.fromCsv(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> CarrierMapper.fromCsv(huge))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("larger");
  }

  private Path file(String content) {
    try {
      return Files.writeString(directory.resolve("carriers-of-host.csv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ShippingProvider provider(String id, String name) {
    return new ShippingProvider(ShippingProviderId.of(id), name);
  }

  private static ShipmentPackage parcel(
      @Nullable String carrier, String carrierNumber, @Nullable String networkNumber) {
    return new ShipmentPackage(
        "1",
        carrier == null ? null : CarrierCode.of(carrier),
        TrackingNumber.of(carrierNumber),
        networkNumber == null ? null : TrackingNumber.of(networkNumber),
        PackageStatus.SHIPPED,
        List.of());
  }
}
