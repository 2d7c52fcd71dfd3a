// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import org.junit.jupiter.api.Test;

class LogisticsDeskIT extends SimulatorTestBase {

  @Test
  void providers_ofTheSellersOption_includeAmazon() {
    Answer options =
        caller.get(
            "/logistics/202309/warehouses/" + SampleCatalogue.WAREHOUSE + "/delivery_options");
    Answer providers = providers(options.text("data.delivery_options.0.id"));

    assertThat(options.text("data.delivery_options.0.type")).isEqualTo("SEND_BY_SELLER");
    assertThat(providers.list("data.shipping_providers")).hasSize(12);
    assertThat(providers.body())
        .contains("{\"id\":\"7248600717110282027\",\"name\":\"Amazon Logistics\"}");
  }

  @Test
  void providers_ofOtherOptions_areRefused() {
    assertThat(providers("7311000000000000102").code()).isEqualTo(21008117);
    assertThat(providers("1").code()).isEqualTo(21008116);
  }

  @Test
  void deliveryOptions_ofUnknownWarehouse_areRefused() {
    assertThat(caller.get("/logistics/202309/warehouses/1/delivery_options").code())
        .isEqualTo(11005004);
  }

  @Test
  void warehouses_always_nameTheDefaultOne() {
    Answer answer = caller.get("/logistics/202309/warehouses");

    assertThat(answer.list("data.warehouses")).hasSize(3);
    assertThat(answer.text("data.warehouses.0.id")).isEqualTo(SampleCatalogue.WAREHOUSE);
    assertThat(answer.at("data.warehouses.0.is_default")).isEqualTo(true);
  }

  private Answer providers(String optionId) {
    return caller.get("/logistics/202309/delivery_options/" + optionId + "/shipping_providers");
  }
}
