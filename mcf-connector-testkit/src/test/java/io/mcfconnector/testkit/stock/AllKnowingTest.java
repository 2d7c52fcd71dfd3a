// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Msku;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllKnowingTest {

  private static final Msku MUG = Msku.of("FBA-MUG");

  private final AllKnowing allKnowing = new AllKnowing(Map.of(MUG, 3));

  @Test
  void unsold_buyersTurnedAwayWhileThereWereUnits_areCounted() {
    allKnowing.endHold(MUG, true);
    allKnowing.endHold(MUG, false);
    allKnowing.endHold(MUG, false);
    // Nobody could have served this one.
    allKnowing.endHold(MUG, false);
    assertThat(allKnowing.unsold(MUG, 1)).isEqualTo(2);
  }

  @Test
  void unsold_unitsTakenElsewhere_areNotMissed() {
    allKnowing.takeElsewhere(MUG);
    allKnowing.takeElsewhere(MUG);
    allKnowing.endHold(MUG, false);
    allKnowing.endHold(MUG, false);
    assertThat(allKnowing.unsold(MUG, 0)).isEqualTo(1);
  }

  @Test
  void unsold_unitsThatAnotherBuyerGotLater_areNotMissed() {
    allKnowing.endHold(MUG, false);
    allKnowing.endHold(MUG, false);
    allKnowing.endHold(MUG, true);
    allKnowing.endHold(MUG, true);
    allKnowing.endHold(MUG, true);
    assertThat(allKnowing.unsold(MUG, 3)).isZero();
  }

  @Test
  void unsold_unitsThatWerePlacedTooLate_areOversoldAndNotMissed() {
    allKnowing.endHold(MUG, true);
    allKnowing.endHold(MUG, true);
    assertThat(allKnowing.unsold(MUG, 0)).isZero();
  }
}
