// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.ShipmentPackage.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PackageContentsTest {

  @Test
  void add_itemNamesNoPackage_goesIntoTheOnlyOne() {
    PackageContents contents = new PackageContents(List.of("P1"));

    contents.add(null, "L1", 2);

    assertThat(contents.of("P1")).containsExactly(new Content("L1", 2));
  }

  @Test
  void add_itemNamesNoPackageOfSeveral_staysOutside() {
    PackageContents contents = new PackageContents(List.of("P1", "P2"));

    contents.add(null, "L1", 2);

    assertThat(contents.of("P1")).isEmpty();
    assertThat(contents.of("P2")).isEmpty();
  }

  @Test
  void add_sameItemTwice_addsUp() {
    PackageContents contents = new PackageContents(List.of("P1", "P2"));

    contents.add("P1", "L1", 2);
    contents.add("P2", "L1", 1);
    contents.add("P1", "L2", 1);
    contents.add("P1", "L1", 1);
    contents.add("P1", "L3", 0);

    assertThat(contents.of("P1")).containsExactly(new Content("L1", 3), new Content("L2", 1));
    assertThat(contents.of("P2")).containsExactly(new Content("L1", 1));
  }
}
