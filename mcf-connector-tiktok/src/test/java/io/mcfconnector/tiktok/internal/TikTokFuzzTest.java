// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.authorization.AuthorizedShop;
import io.mcfconnector.tiktok.authorization.SellerStatusData;
import io.mcfconnector.tiktok.cancellation.Cancellation;
import io.mcfconnector.tiktok.event.Webhook;
import io.mcfconnector.tiktok.fulfillment.PackageDetail;
import io.mcfconnector.tiktok.fulfillment.TikTokPackage;
import io.mcfconnector.tiktok.logistics.CreatedWarehouse;
import io.mcfconnector.tiktok.logistics.Warehouse;
import io.mcfconnector.tiktok.order.ExternalOrderError;
import io.mcfconnector.tiktok.order.ExternalOrderReference;
import io.mcfconnector.tiktok.order.OrderBatch;
import io.mcfconnector.tiktok.order.PriceDetail;
import io.mcfconnector.tiktok.order.RecipientAddress;
import io.mcfconnector.tiktok.order.TikTokOrder;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.tiktok.product.Product;
import io.mcfconnector.tiktok.product.ProductInventory;
import io.mcfconnector.tiktok.product.UpdateInventoryResult;
import io.mcfconnector.tiktok.returns.ReturnOrder;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Answers;
import io.mcfconnector.transport.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;
import org.assertj.core.api.AbstractThrowableAssert;

/** Whatever TikTok answers, the caller gets a value or an {@link ApiException}; the rest holds. */
class TikTokFuzzTest {

  private static final ShopId SHOP = ShopId.of("7496000000000000777");
  private static final String CANARY = "Zanzibara Quillfeather of 4711 Snorkelberry Lane";

  /** What reads an answer, by the fixture of such an answer. */
  private static final Map<String, Function<Answer, ?>> READERS =
      Map.ofEntries(
          Map.entry("authorized-shops", list("shops", AuthorizedShop.class)),
          Map.entry("seller-status", Json.decoder(SellerStatusData.class)),
          Map.entry("order-search", TikTokFuzzTest::orders),
          Map.entry("order-detail", TikTokFuzzTest::orders),
          Map.entry("price-detail", Json.decoder(PriceDetail.class)),
          Map.entry("external-order-errors", list("errors", ExternalOrderError.class)),
          Map.entry("external-order-search", list("orders", ExternalOrderReference.class)),
          Map.entry("package-search", page("packages", TikTokPackage.class)),
          Map.entry("package-detail", Json.decoder(PackageDetail.class)),
          Map.entry("warehouses", list("warehouses", Warehouse.class)),
          Map.entry("warehouse-created", Json.decoder(CreatedWarehouse.class)),
          Map.entry("product-search-page1", TikTokFuzzTest::listings),
          Map.entry("inventory-search", list("inventory", ProductInventory.class)),
          Map.entry(
              "inventory-update-errors", list("errors", UpdateInventoryResult.SkuError.class)),
          Map.entry("cancellation-search", page("cancellations", Cancellation.class)),
          Map.entry("return-search", page("return_orders", ReturnOrder.class)),
          Map.entry("webhooks", list("webhooks", Webhook.class)));

  private static final Map<String, String> FIXTURES = fixtures();

  private static final String ORDER = orderWithoutAddress();

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "\"true\"",
          "\"\"",
          "0",
          "-1",
          "1.5",
          "1e999",
          "99999999999999999999",
          "9007199254740993",
          "{}",
          "[]",
          "[null]",
          "[[[[]]]]",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "NaN",
          "\"****\"",
          "{\"a\":{\"a\":{}}}",
          "\"" + "x".repeat(5000) + "\"");

  @Property
  void read_answerWithHostileValues_givesAValueOrATypedError(
      @ForAll("names") String fixture, @ForAll long seed) {
    reads(fixture, spoiled(fixture, new Random(seed)).getBytes(UTF_8));
  }

  @Property
  void read_answerCutAnywhere_givesAValueOrATypedError(
      @ForAll("names") String fixture, @ForAll int at) {
    byte[] whole = document(fixture).getBytes(UTF_8);
    byte[] cut = new byte[Math.floorMod(at, whole.length)];
    System.arraycopy(whole, 0, cut, 0, cut.length);

    assertThat(reads(fixture, cut)).isFalse();
  }

  @Property
  void read_anyBytes_givesAValueOrATypedError(
      @ForAll("names") String fixture, @ForAll byte[] body, @ForAll("statuses") int status) {
    reads(fixture, status, body);
  }

  @Property
  void read_flippedByte_givesAValueOrATypedError(
      @ForAll("names") String fixture, @ForAll int at, @ForAll byte to) {
    byte[] body = document(fixture).getBytes(UTF_8);
    body[Math.floorMod(at, body.length)] = to;

    reads(fixture, body);
  }

  @Property
  void envelope_anyCodeAndMessage_isATypedErrorThatQuotesNothing(
      @ForAll long code, @ForAll("statuses") int status, @ForAll("texts") String text) {
    String body =
        "{\"code\":%d,\"message\":%s,\"request_id\":%s,\"data\":null}"
            .formatted(code, quoted(CANARY + text), quoted(text));

    if (code != 0) {
      assertThat(reads("warehouses", status, body.getBytes(UTF_8))).isFalse();
    }
  }

  /** The vectors that are published, with their parameters in every order. */
  @Property
  void sign_queryInAnyOrder_isTheSameSignature(@ForAll long seed) {
    List<String[]> query =
        new ArrayList<>(
            List.of(
                new String[] {"app_key", "6hexample7k2p"},
                new String[] {"timestamp", "1788264000"},
                new String[] {"shop_cipher", "TTP_EXAMPLE1AAAAexampleCipherJuniperOak01"},
                new String[] {"page_size", "50"},
                new String[] {"sort_field", "update_time"},
                new String[] {"sort_order", "ASC"},
                new String[] {"page_token", "aDU2dHIz+MlFhME5C/UzJKUDhDdVJhTA=="},
                new String[] {"sign", "0"},
                new String[] {"access_token", "t"}));
    Collections.shuffle(query, new Random(seed));
    HttpUrl.Builder url =
        HttpUrl.get("https://open-api.tiktokglobalshop.com/order/202309/orders/search")
            .newBuilder();
    query.forEach(pair -> url.addQueryParameter(pair[0], pair[1]));
    String body =
        "{\"order_status\":\"AWAITING_SHIPMENT\",\"shipping_type\":\"SELLER\","
            + "\"update_time_ge\":1788177600,\"update_time_lt\":1788264000}";

    assertThat(
            RequestSignature.of(
                new AppSecret("7f3a9c0e5d1b48628af0d4c2be9571360a8e6d42"),
                url.build(),
                body.getBytes(UTF_8)))
        .isEqualTo("31f93b58e171fc8c9dfc6ee6ce0dad7137a88e4c5823ec1130d2c99ca58f47e7");
  }

  @Property
  void sign_anyQueryAndBody_isLowerHexAndChangesWithEach(
      @ForAll("texts") String value, @ForAll byte[] body) {
    HttpUrl url =
        HttpUrl.get("https://example.com/p").newBuilder().addQueryParameter("k", value).build();
    AppSecret secret = new AppSecret("secret");
    String sign = RequestSignature.of(secret, url, body);

    assertThat(sign).matches("[0-9a-f]{64}");
    HttpUrl other = url.newBuilder().setQueryParameter("k", value + "!").build();
    assertThat(RequestSignature.of(secret, other, body)).isNotEqualTo(sign);
    byte[] longer = java.util.Arrays.copyOf(body, body.length + 1);
    assertThat(RequestSignature.of(secret, url, longer)).isNotEqualTo(sign);
  }

  @Property
  void id_anyText_passesOnlyAsDigits(@ForAll("texts") String text) {
    AbstractThrowableAssert<?, ?> refused = assertThatCode(() -> Rules.of("read").id("id", text));
    if (text.matches("[0-9]{1,32}")) {
      refused.doesNotThrowAnyException();
    } else {
      refused
          .isInstanceOf(ApiException.class)
          .hasMessage("read failed (REFUSED, at id): id must be 1 to 32 digits; nothing was sent");
    }
  }

  /** Ids are texts; where TikTok sends a number all the same, no digit is lost in a double. */
  @Property
  void id_sentAsNumber_isReadDigitByDigit(@ForAll long id) {
    Answer answer =
        Answers.of(
            "read", 200, "{\"packages\":[{\"id\":" + id + ",\"orders\":[{\"id\":" + id + "}]}]}");
    List<TikTokPackage> read = Calls.list(answer, "packages", Json.decoder(TikTokPackage.class));

    assertThat(read.get(0).id()).isEqualTo(Long.toString(id));
    assertThat(Objects.requireNonNull(read.get(0).orders()).get(0).id())
        .isEqualTo(Long.toString(id));
  }

  /** Masked, empty or strange: the order is read, and printing it shows nothing of the buyer. */
  @Property
  void address_anyText_isReadAndNeverPrinted(
      @ForAll("texts") String text, @ForAll("masks") String mask) {
    RecipientAddress address =
        new RecipientAddress(
            CANARY, mask, text, text, CANARY + mask, text, null, mask, mask, "US", List.of());
    TikTokOrder order = Json.decoder(TikTokOrder.class).apply(order(address));

    OrderPage page =
        OrderTransformer.transform(new OrderBatch(List.of(order), List.of(), null, "R"), SHOP);

    assertThat(page.orders().size() + page.unreadable().size()).isOne();
    assertThat(order.toString()).doesNotContain(CANARY);
    assertThat(page.toString()).doesNotContain(CANARY);
    page.unreadable().forEach(bad -> assertThat(bad.problem()).doesNotContain(CANARY));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(READERS.keySet().stream().sorted().toList());
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 400, 401, 403, 404, 408, 429, 500, 503);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().numeric().ofMaxLength(40),
        Arbitraries.strings().withChars("*#%+/=&?., \"\\\u0000\u202e").ofMaxLength(40));
  }

  @Provide
  Arbitrary<String> masks() {
    return Arbitraries.of("", "*", "****", "1*** Coleman Ave", "(+1)213-***-1234", " * ", "J***");
  }

  private static Answer order(RecipientAddress address) {
    String written = new String(Json.encode(RecipientAddress.class, address), UTF_8);
    return Answers.of("read", 200, ORDER.replace("{\"here\":1}", written));
  }

  /** The fixture of an order, with a mark in the place of its address. */
  private static String orderWithoutAddress() {
    TikTokOrder order =
        Json.decoder(TikTokOrder.class)
            .apply(Answers.of("read", 200, TestFiles.fixture("order-full.json")));
    String json = new String(Json.encode(TikTokOrder.class, order), UTF_8);
    String address =
        new String(
            Json.encode(RecipientAddress.class, Objects.requireNonNull(order.recipientAddress())),
            UTF_8);
    assertThat(json).contains(address);
    return json.replace(address, "{\"here\":1}");
  }

  private static String document(String fixture) {
    return Objects.requireNonNull(FIXTURES.get(fixture));
  }

  private static boolean reads(String fixture, byte[] body) {
    return reads(fixture, 200, body);
  }

  private static boolean reads(String fixture, int status, byte[] body) {
    try {
      Function<Answer, ?> reader = Objects.requireNonNull(READERS.get(fixture));
      assertThat(reader.apply(Envelope.of(Answers.of("read", status, body)).unwrap())).isNotNull();
      return true;
    } catch (ApiException problem) {
      // A message that quotes the answer could quote a buyer.
      assertThat(problem.getMessage()).doesNotContain(CANARY).hasSizeLessThan(600);
      // It goes into logs, so it must not forge a line.
      assertThat(problem.requestId().orElse("R")).matches("[A-Za-z0-9._-]{1,128}");
      return false;
    }
  }

  /** The fixture with one to three of its values replaced. */
  private static String spoiled(String fixture, Random random) {
    String json = document(fixture);
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Integer> values = new ArrayList<>();
      for (int at = json.indexOf(':'); at >= 0; at = json.indexOf(':', at + 1)) {
        values.add(at + 1);
      }
      int at = values.get(random.nextInt(values.size()));
      int end = at;
      while (end < json.length() && ",}\n".indexOf(json.charAt(end)) < 0) {
        end++;
      }
      json =
          json.substring(0, at) + HOSTILE.get(random.nextInt(HOSTILE.size())) + json.substring(end);
    }
    return json;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    return json.append('"').toString();
  }

  private static <T> Function<Answer, ?> list(String member, Class<T> type) {
    Function<Answer, T> decoder = Json.decoder(type);
    return answer -> Calls.list(answer, member, decoder);
  }

  private static <T> Function<Answer, ?> page(String member, Class<T> type) {
    Function<Answer, T> decoder = Json.decoder(type);
    return answer -> Calls.page(answer, member, decoder, null);
  }

  private static Object orders(Answer answer) {
    Function<Answer, TikTokOrder> decoder = Json.decoder(TikTokOrder.class);
    List<TikTokOrder> orders = Calls.list(answer, "orders", decoder);
    return OrderTransformer.transform(new OrderBatch(orders, List.of(), null, null), SHOP);
  }

  private static Object listings(Answer answer) {
    Page<Product> page = Calls.page(answer, "products", Json.decoder(Product.class), null);
    return ListingTransformer.transform(page);
  }

  private static Map<String, String> fixtures() {
    return Stream.of(READERS.keySet().toArray(String[]::new))
        .collect(
            java.util.stream.Collectors.toMap(
                name -> name, name -> TestFiles.fixture(name + ".json").strip()));
  }
}
