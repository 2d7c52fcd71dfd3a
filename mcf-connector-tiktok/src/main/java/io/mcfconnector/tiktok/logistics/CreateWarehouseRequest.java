// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new warehouse, as it is on the wire.
 *
 * @param warehouse the warehouse
 */
public record CreateWarehouseRequest(@Nullable NewWarehouse warehouse) {

  private static final int LONGEST = 255;
  private static final Set<String> TYPES = Set.of("SALES_WAREHOUSE", "RETURN_WAREHOUSE");

  void check(Rules rules) {
    NewWarehouse created = rules.present("warehouse", warehouse);
    rules.text("warehouse.name", created.name(), LONGEST);
    rules.word("warehouse.type", created.type(), TYPES);
    rules.optionalText("warehouse.external_warehouse_id", created.externalWarehouseId(), LONGEST);
    rules.optionalText("warehouse.contact_person", created.contactPerson(), LONGEST);
    rules.optionalText("warehouse.phone_number", created.phoneNumber(), LONGEST);
    rules.present("warehouse.address", created.address()).check(rules, "warehouse.address");
  }

  /**
   * What to create.
   *
   * @param name what people read
   * @param type {@code SALES_WAREHOUSE} or {@code RETURN_WAREHOUSE}
   * @param externalWarehouseId the seller's own id
   * @param defaultWarehouse whether it becomes the default
   * @param contactPerson who answers there
   * @param phoneNumber how to reach them
   * @param address where it is
   */
  public record NewWarehouse(
      @Nullable String name,
      @Nullable String type,
      @Json(name = "external_warehouse_id") @Nullable String externalWarehouseId,
      @Json(name = "default_warehouse") @Nullable Boolean defaultWarehouse,
      @Json(name = "contact_person") @Nullable String contactPerson,
      @Json(name = "phone_number") @Nullable String phoneNumber,
      @Nullable WarehouseAddress address) {

    @Override
    public String toString() {
      return "NewWarehouse[" + name + ", " + type + "]";
    }
  }

  /**
   * Where a warehouse is.
   *
   * @param region such as {@code US}
   * @param state state or province
   * @param city city
   * @param district district
   * @param postcode ZIP
   * @param addressLine1 street and number
   * @param addressLine2 unit
   */
  public record WarehouseAddress(
      @Nullable String region,
      @Nullable String state,
      @Nullable String city,
      @Nullable String district,
      @Nullable String postcode,
      @Json(name = "address_line_1") @Nullable String addressLine1,
      @Json(name = "address_line_2") @Nullable String addressLine2) {

    void check(Rules rules, String path) {
      rules.text(path + ".region", region, LONGEST);
      rules.optionalText(path + ".state", state, LONGEST);
      rules.optionalText(path + ".city", city, LONGEST);
      rules.optionalText(path + ".district", district, LONGEST);
      rules.optionalText(path + ".postcode", postcode, LONGEST);
      rules.text(path + ".address_line_1", addressLine1, LONGEST);
      rules.optionalText(path + ".address_line_2", addressLine2, LONGEST);
    }

    @Override
    public String toString() {
      return "WarehouseAddress[****]";
    }
  }
}
