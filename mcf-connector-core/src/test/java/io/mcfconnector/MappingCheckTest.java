// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingCheckTest {

  private final Faults faults = new Faults();
  private final FakeFulfillmentNetwork network =
      new FakeFulfillmentNetwork(faults, new MutableClock(RouterFixture.START));
  private final EditableSkuMapper mapping = SkuMapper.inMemory();

  @Test
  void verify_namesWhatTheNetworkDoesNotKnowAndWhatIsEmpty() {
    network.stock("M-A", 3);
    network.stock("M-EMPTY", 0);
    mapping.put(RouterFixture.sku("A"), List.of(RouterFixture.component("M-A", 1)));
    mapping.put(
        RouterFixture.sku("KIT"),
        List.of(RouterFixture.component("M-A", 1), RouterFixture.component("M-TYPO", 1)));
    mapping.put(RouterFixture.sku("B"), List.of(RouterFixture.component("M-TYPO", 1)));
    mapping.put(RouterFixture.sku("E"), List.of(RouterFixture.component("M-EMPTY", 2)));
    mapping.put(RouterFixture.sku("GIFT"), List.of());

    MappingCheck check = MappingCheck.verify(mapping, network);

    assertThat(check)
        .isEqualTo(
            new MappingCheck(
                Map.of(Msku.of("M-TYPO"), List.of("B", "KIT")),
                Map.of(Msku.of("M-EMPTY"), List.of("E")),
                1));
    assertThat(check.isGood()).isFalse();
    assertThat(check)
        .hasToString(
            """
            not at the network: M-TYPO, needed for B, KIT
            no units to ship: M-EMPTY, needed for E
            1 MSKUs can be shipped""");
  }

  @Test
  void verify_allKnown_isGood() {
    network.stock("M-A", 3);
    network.stock("M-B", 0);

    assertThat(MappingCheck.verify(SkuMapper.of(Map.of("A", "M-A", "B", "M-B")), network).isGood())
        .isTrue();
  }

  @Test
  void verify_mapperThatCannotList_isRefused() {
    assertThatThrownBy(() -> MappingCheck.verify(SkuMapper.identity(), network))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot list its mappings");
  }

  @Test
  void verify_networkFails_saysSo() {
    faults.fail("fulfillableUnits", FailureKind.UNAVAILABLE);

    assertThatThrownBy(() -> MappingCheck.verify(SkuMapper.of(Map.of("A", "M-A")), network))
        .isInstanceOf(ApiException.class);
  }
}
