// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.TrackingNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierMapperTest {

  private static final List<ShippingProvider> OFFERED =
      List.of(
          provider("sf", "\u987A\u4E30\u901F\u8FD0\u96C6\u56E2"),
          provider("ups", "UPS"),
          provider("upsmi", "UPS Mail Innovations"),
          provider("fedex", "FedEx"),
          provider("usps", "USPS"),
          provider("amazon", "Amazon Logistics"));

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
