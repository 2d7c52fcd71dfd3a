// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressFuzzTest {

  private final AddressNormalizer normalizer = new AddressNormalizer();

  @Property
  void normalize_anyAddress_isDoneAtOnce(@ForAll("addresses") Address address) {
    Address once = normalizer.normalize(address).address();

    assertThat(normalizer.normalize(once).address()).isEqualTo(once);
  }

  @Property
  void normalize_anyAddress_leavesNoControlCharacter(@ForAll("addresses") Address address) {
    Address normalized = normalizer.normalize(address).address();

    assertThat(normalized.name() + normalized.line1() + normalized.line2() + normalized.city())
        .doesNotContainPattern("\\p{Cc}");
  }

  @Provide
  Arbitrary<Address> addresses() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(80),
            Arbitraries.strings().withChars("abc 019-#/.,'\u200b\u202e\u00e9\t\n").ofMaxLength(80),
            Arbitraries.of("", " ", "N/A", "Texas", "TX", "78701", "787011234", "(+1)5125550147"));
    return Combinators.combine(part, part, part, part, part, part, part, part)
        .as(
            (name, line1, line2, line3, city, state, postalCode, phone) ->
                new Address(name, line1, line2, line3, city, state, postalCode, "US", phone));
  }
}
