// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recipient's address, hidden or not. There is no city and no state: they are districts.
 */
final class AddressJson {

  private AddressJson() {}

  static Map<String, @Nullable Object> of(Recipient recipient, Masking masking, boolean cityClear) {
    int blank = recipient.name().indexOf(' ');
    String first = blank < 0 ? recipient.name() : recipient.name().substring(0, blank);
    String last = blank < 0 ? "" : recipient.name().substring(blank + 1);
    String line1 = masking.of(recipient.line1());
    String line2 = recipient.line2().isEmpty() ? "" : masking.of(recipient.line2());
    String city = cityClear ? recipient.city() : masking.of(recipient.city());
    boolean empty = masking == Masking.EMPTY;
    return new Fields()
        .with("name", masking.ofName(recipient.name()))
        .with("first_name", masking.ofName(first))
        .with("last_name", last.isEmpty() ? "" : masking.ofName(last))
        .with("phone_number", masking.ofPhone(recipient.phone()))
        .with(
            "full_address",
            empty
                ? ""
                : String.join(
                    ",",
                    line1,
                    line2,
                    city,
                    recipient.county(),
                    recipient.state(),
                    "United States"))
        .with("address_detail", (line1 + " " + line2).strip())
        .with("address_line1", line1)
        .with("address_line2", line2)
        .with("address_line3", "")
        .with("address_line4", "")
        .with("postal_code", masking.ofPostalCode(recipient.postalCode()))
        .with("region_code", "US")
        .with(
            "district_info",
            empty
                ? List.of()
                : List.of(
                    district("L0", "Country", "United States"),
                    district("L1", "State", recipient.state()),
                    district("L2", "County", recipient.county()),
                    district("L3", "City", city)))
        .map();
  }

  private static Map<String, @Nullable Object> district(String level, String kind, String name) {
    return new Fields()
        .with("address_level", level)
        .with("address_level_name", kind)
        .with("address_name", name)
        .map();
  }
}
