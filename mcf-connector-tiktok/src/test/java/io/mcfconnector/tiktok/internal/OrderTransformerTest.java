// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.tiktok.order.OrderBatch;
import io.mcfconnector.tiktok.order.TikTokOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTransformerTest {

  private static final ShopId SHOP = ShopId.of("7496000000000000777");
  private static final String FULL = TestFiles.fixture("order-full.json");

  /** The smallest order there may be. */
  private static final String SMALL =
      """
      {"id":"577900000000700300","status":"AWAITING_SHIPMENT","create_time":1795400000,
       "update_time":1795403700,"line_items":[{"id":"577900000000700031","sku_id":"17260000021"}]}
      """;

  @Test
  void transform_fullOrder_keepsEverythingThatShippingNeeds() {
    Order order = single(FULL);

    assertThat(order.id()).isEqualTo(OrderId.of("577900000000700100"));
    assertThat(order.shop()).isEqualTo(SHOP);
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
    assertThat(order.rawStatus()).isEqualTo("PARTIALLY_SHIPPING");
    assertThat(order.fulfilledBy()).isEqualTo(Party.SELLER);
    assertThat(order.shippedBy()).isEqualTo(Party.SELLER);
    assertThat(order.traits())
        .containsExactlyInAnyOrder(
            OrderTrait.BUYER_CANCEL_REQUESTED, OrderTrait.CHANNEL_HOLD, OrderTrait.DANGEROUS_GOODS);
    assertThat(order.createdAt()).isEqualTo(Instant.ofEpochSecond(1_795_400_000));
    assertThat(order.updatedAt()).isEqualTo(Instant.ofEpochSecond(1_795_403_700));
    assertThat(order.paidAt()).isEqualTo(Instant.ofEpochSecond(1_795_400_060));
    assertThat(order.deadlines())
        .isEqualTo(
            new Deadlines(
                Instant.ofEpochSecond(1_795_560_000),
                Instant.ofEpochSecond(1_795_570_000),
                Instant.ofEpochSecond(1_796_000_000),
                Instant.ofEpochSecond(1_796_100_000)));
    assertThat(order.warehouseId()).isEqualTo("7406000000000000001");
    assertThat(order.deliveryOptionId()).isEqualTo("7306000000000000011");
    assertThat(order.deliveryOptionName()).isEqualTo("Standard by seller");
  }

  @Test
  void transform_address_takesStateAndCityFromTheDistricts() {
    assertThat(single(FULL).destination())
        .isEqualTo(
            Address.builder()
                .name("Imogen Castellan")
                .line1("88 Larch Hollow Rd")
                .line2("Apt 2")
                .city("Bend")
                .stateOrRegion("Oregon")
                .postalCode("97701")
                .countryCode("US")
                .phone("(+1)4155550143")
                .build());
  }

  @Test
  void transform_maskedAddress_passesAsItIs() {
    Address address =
        single(with("\"recipient_address\":{\"name\":\"I***\",\"postal_code\":\"9****\"}"))
            .destination();

    assertThat(address).isEqualTo(Address.builder().name("I***").postalCode("9****").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"recipient_address\":null",
        "\"recipient_address\":{}",
        "\"recipient_address\":{\"name\":\"\",\"postal_code\":\" \",\"district_info\":[]}"
      })
  void transform_hiddenAddress_isNoAddress(String member) {
    assertThat(single(with(member)).destination()).isNull();
  }

  @Test
  void transform_addressInPartsOnly_joinsThem() {
    Address address =
        single(
                with(
                    "\"recipient_address\":{\"first_name\":\"Ines\",\"last_name\":\"Falk\","
                        + "\"address_line3\":\"Bloco B\",\"address_line4\":\"Sala 4\","
                        + "\"district_info\":[null,{\"address_level\":\"L3\"}]}"))
            .destination();

    assertThat(address)
        .isEqualTo(Address.builder().name("Ines Falk").line3("Bloco B Sala 4").build());
  }

  @Test
  void transform_units_knowsPackagesBundlesAndCancelledOnes() {
    List<LineItem> units = single(FULL).lineItems();

    assertThat(units)
        .extracting(LineItem::status)
        .containsExactly(
            LineItem.Status.SHIPPED,
            LineItem.Status.OPEN,
            LineItem.Status.OPEN,
            LineItem.Status.CANCELLED);
    assertThat(units.get(0).shippedIn())
        .isEqualTo(
            new LineItem.ShippedIn("1156000000000000201", TrackingNumber.of("TBA600000000021")));
    assertThat(units.get(1).shippedIn()).isNull();
    assertThat(units.get(1).bundle()).isEmpty();
    assertThat(units.get(2).bundle())
        .containsExactly(
            new BundleComponent(
                new ChannelSku(ChannelSkuId.of("1726000000000000011"), SellerSku.of("HP-LAMP-OAK")),
                1),
            new BundleComponent(new ChannelSku(ChannelSkuId.of("1726000000000000021"), null), 3));
    assertThat(units.get(3).sku().sellerSku()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "AWAITING_SHIPMENT,'',OPEN",
    "UNPAID,'',OPEN",
    "TO_SHIP,'',OPEN",
    "SOMETHING_NEW,'',OPEN",
    "SOMETHING_NEW,1156,SHIPPED",
    "AWAITING_SHIPMENT,1156,SHIPPED",
    "AWAITING_COLLECTION,1156,SHIPPED",
    "IN_TRANSIT,'',SHIPPED",
    "DELIVERED,'',SHIPPED",
    "COMPLETED,'',SHIPPED",
    "CANCELLED,'',CANCELLED",
    "CANCEL,1156,CANCELLED"
  })
  void transform_unitStatus_followsWordAndPackage(
      String word, String packageId, LineItem.Status expected) {
    String unit =
        "\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"display_status\":\"%s\",\"package_id\":\"%s\"}]"
            .formatted(word, packageId);

    assertThat(single(with(unit)).lineItems().get(0).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "UNPAID,UNPAID",
    "ON_HOLD,ON_HOLD",
    "AWAITING_SHIPMENT,AWAITING_SHIPMENT",
    "PARTIALLY_SHIPPING,PARTIALLY_SHIPPED",
    "AWAITING_COLLECTION,AWAITING_COLLECTION",
    "IN_TRANSIT,IN_TRANSIT",
    "DELIVERED,DELIVERED",
    "COMPLETED,COMPLETED",
    "CANCELLED,CANCELLED",
    "CANCEL,CANCELLED",
    "SOMETHING_NEW,UNKNOWN"
  })
  void transform_status_isKnownOrUnknownButNeverLost(String word, OrderStatus expected) {
    Order order = single(with("\"status\":\"" + word + "\""));

    assertThat(order.status()).isEqualTo(expected);
    assertThat(order.rawStatus()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "fulfillment_type,FULFILLMENT_BY_TIKTOK,CHANNEL,UNKNOWN",
    "fulfillment_type,FULFILLMENT_BY_ROBOTS,UNKNOWN,UNKNOWN",
    "shipping_type,TIKTOK,UNKNOWN,CHANNEL",
    "shipping_type,TIKTOK_DIGITAL,UNKNOWN,NOBODY",
    "shipping_type,DRONE,UNKNOWN,UNKNOWN"
  })
  void transform_parties_areNeverGuessed(String field, String word, Party stores, Party ships) {
    Order order = single(with("\"" + field + "\":\"" + word + "\""));

    assertThat(order.fulfilledBy()).isEqualTo(stores);
    assertThat(order.shippedBy()).isEqualTo(ships);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"order_type\":\"PRE_ORDER\"',PRE_ORDER",
    "'\"order_type\":\"MADE_TO_ORDER\"',MADE_TO_ORDER",
    "'\"order_type\":\"BACK_ORDER\"',BACK_ORDER",
    "'\"order_type\":\"HOLOGRAM\"',UNKNOWN_KIND",
    "'\"delivery_type\":\"COLLECTION_POINT\"',COLLECTION_POINT",
    "'\"delivery_type\":\"CATAPULT\"',UNKNOWN_KIND",
    "'\"is_sample_order\":true',SAMPLE",
    "'\"is_replacement_order\":true',REPLACEMENT",
    "'\"is_exchange_order\":true',EXCHANGE",
    "'\"is_cod\":true',CASH_ON_DELIVERY",
    "'\"is_on_hold_order\":true',CHANNEL_HOLD",
    "'\"is_buyer_request_cancel\":true',BUYER_CANCEL_REQUESTED",
    "'\"order_type\":\"ZERO_LOTTERY\"',LOTTERY",
    "'\"is_subscription_order\":true',SUBSCRIPTION",
    "'\"has_updated_recipient_address\":true',ADDRESS_UPDATED",
    "'\"auto_combine_group_id\":\"7400\"',COMBINABLE",
    "'\"split_or_combine_tag\":\"COMBINED\"',COMBINED",
    "'\"split_or_combine_tag\":\"FOLDED\"',UNKNOWN_KIND",
    "'\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"is_gift\":true}]',GIFT",
    "'\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"is_unboxing_item\":true}]',BLIND_BOX",
    "'\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"needs_prescription\":true}]',PRESCRIPTION",
    "'\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"display_status\":\"LOST\"}]',UNKNOWN_KIND"
  })
  void transform_specialOrder_hasItsTrait(String member, OrderTrait expected) {
    assertThat(single(with(member)).traits()).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"order_type\":\"\"",
        "\"order_type\":\"NORMAL\"",
        "\"split_or_combine_tag\":\"SPLIT\"",
        "\"auto_combine_group_id\":\"\"",
        "\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"display_status\":\"TO_SHIP\"}]",
        "\"line_items\":[{\"id\":\"1\",\"sku_id\":\"2\",\"display_status\":\"LOST\","
            + "\"package_id\":\"3\"}]",
        "\"delivery_type\":\"HOME_DELIVERY\"",
        "\"is_sample_order\":false"
      })
  void transform_ordinaryOrder_hasNoTrait(String member) {
    assertThat(single(with(member)).traits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"currency\":\"USD\",\"total_amount\":\"38.05\"}',38.05 USD",
    "'{\"currency\":\"USD\",\"total_amount\":\"\"}',",
    "'{\"currency\":\"\",\"total_amount\":\"38.05\"}',",
    "'{\"currency\":\"USD\"}',",
    "'{\"total_amount\":\"38.05\"}',",
    "null,"
  })
  void transform_payment_isTheTotalOrNotKnown(String payment, @Nullable String total) {
    Money found = single(with("\"payment\":" + payment)).total();

    assertThat(found == null ? null : found.toString()).isEqualTo(total);
  }

  @Test
  void transform_withoutShippingDueTime_takesTheOlderField() {
    assertThat(single(with("\"cancel_order_sla_time\":1795990000")).deadlines().cancelledAt())
        .isEqualTo(Instant.ofEpochSecond(1_795_990_000));
  }

  @Test
  void transform_zeroTimes_areAbsent() {
    Order order = single(with("\"paid_time\":0,\"rts_sla_time\":0"));

    assertThat(order.paidAt()).isNull();
    assertThat(order.deadlines()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | id is missing",
        "{'id':''} | id is missing",
        "{'id':'1'} | status is missing",
        "{'id':'1','status':'UNPAID'} | create_time is missing",
        "{'id':'1','status':'UNPAID','create_time':1} | update_time is missing",
        "{'id':'1','status':'UNPAID','create_time':9223372036854775807,'update_time':1} "
            + "| create_time makes no sense",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1} | line_items is missing",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1,'line_items':[]} "
            + "| line_items is missing",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1,'line_items':[null]} "
            + "| line_items[0] is missing",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1,'line_items':[{'id':'5',"
            + "'sku_id':'6'},{'sku_id':'6'}]} | line_items[1].id is missing",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1,'line_items':[{'id':'5'}]} "
            + "| line_items[0].sku_id is missing",
        "{'id':'1','status':'UNPAID','create_time':1,'update_time':1,'line_items':[{'id':'5',"
            + "'sku_id':'6','combined_listing_skus':[{'sku_id':'7','sku_count':0}]}]} "
            + "| line_items[0].combined_listing_skus[0].sku_count makes no sense"
      })
  void transform_orderWithoutARequiredField_isSetApartAndHidesNoOther(String json, String problem) {
    OrderPage page = transform(json.replace('\'', '"'), FULL);

    assertThat(page.orders()).hasSize(1);
    assertThat(page.unreadable())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.problem()).contains(problem).contains("request R-1");
              assertThat(order.id()).isEqualTo(json.contains("'1'") ? OrderId.of("1") : null);
            });
  }

  @Test
  void transform_idThatIsTooLong_isNotQuoted() {
    String id = "9".repeat(65);

    assertThat(transform(with("\"id\":\"" + id + "\"")).unreadable())
        .singleElement()
        .satisfies(order -> assertThat(order.problem()).contains("id makes").doesNotContain(id));
  }

  @Test
  void wireOrder_toString_hidesTheBuyer() {
    assertThat(decode(FULL).toString())
        .contains("577900000000700100")
        .doesNotContain("Imogen", "Larch", "97701", "4155550143", "Bend");
    assertThat(
            Objects.requireNonNull(
                    Objects.requireNonNull(decode(FULL).recipientAddress()).districtInfo())
                .toString())
        .doesNotContain("Bend");
  }

  /** Returns the smallest order with members put before its own. */
  private static String with(String members) {
    String name = members.substring(0, members.indexOf(':') + 1);
    String rest = SMALL;
    if (rest.contains(name)) {
      // Replaces the member: JSON with a member twice is refused.
      rest = rest.replaceFirst(name + "(\\[.*?\\]|\"[^\"]*\"|\\d+)", "\"unused\":0");
    }
    return "{" + members + "," + rest.strip().substring(1);
  }

  private static Order single(String json) {
    OrderPage page = transform(json);
    assertThat(page.unreadable()).isEmpty();
    return page.orders().get(0);
  }

  private static OrderPage transform(String... orders) {
    List<TikTokOrder> wire =
        java.util.Arrays.stream(orders).map(OrderTransformerTest::decode).toList();
    return OrderTransformer.transform(new OrderBatch(wire, List.of(), null, "R-1"), SHOP);
  }

  private static TikTokOrder decode(String json) {
    try {
      return Objects.requireNonNull(
          new Moshi.Builder().build().adapter(TikTokOrder.class).fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
