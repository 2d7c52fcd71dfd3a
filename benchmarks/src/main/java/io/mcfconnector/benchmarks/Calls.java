// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.outbound.v20260704.CreateOrderRequest;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderResponse;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Reply;
import io.mcfconnector.tiktok.TikTokShopClient;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.order.TikTokOrder;
import io.mcfconnector.transport.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/**
 * The calls that are measured: ours, and bare OkHttp with the same bytes there and back. A router
 * between simulators tells the bytes once; then a server answers with them. For one thread.
 */
final class Calls implements AutoCloseable {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int PAGE = 50;
  private static final String TOKEN = "Atza|" + "t".repeat(300);
  private static final String AMAZON_PATH = "/fulfillment/outbound/2026-07-04/orders";

  private final CannedServer server = new CannedServer();
  private final OkHttpClient bare = new OkHttpClient();
  private final SellingPartnerClient unsigned;
  private final SellingPartnerClient signed;
  private final TikTokShopClient shop;

  private final CreateOrderRequest create;
  private final Bare bareCreate;
  private final Bare bareGet;
  private final Bare bareSearch;
  private final Bare bareShip;
  private final String getId;
  private final byte[] getAnswer;
  private final OrderFilter filter = OrderFilter.all();
  private final String orderId;
  private final MarkPackageAsShippedRequest ship;
  private final JsonAdapter<OrderPage> pageAdapter;

  /** A call as OkHttp alone makes it: the address and the bytes are there already. */
  private record Bare(HttpUrl url, ByteString body) {}

  /** What a page of orders is, with its envelope. */
  public record OrderPage(int code, String message, Data data) {}

  /** What is in the envelope. */
  public record Data(List<TikTokOrder> orders) {}

  Calls() throws IOException {
    VirtualTime time = VirtualTime.startingAt(Instant.now());
    Moshi moshi = new Moshi.Builder().build();
    pageAdapter = moshi.adapter(OrderPage.class);
    try (Platforms platforms = new Platforms(time.clock(), 0, 1, account -> account);
        Node node =
            new Node(
                time, time.pause(), platforms.settings(), new InMemoryOrderStore(), event -> {})) {
      String two = platforms.sellTwo();
      platforms.sell(PAGE - 1, Platforms.FREE);
      node.router().start();
      time.runFor(Duration.ofMinutes(40));
      String createJson = first(platforms, "createOrder").request().body();
      create = Objects.requireNonNull(moshi.adapter(CreateOrderRequest.class).fromJson(createJson));
      getId = "TTS-" + two;
      node.amazon().outbound20260704().getOrder(getId);
      node.shop(0).orders().searchOrders(filter, PAGE, null);
      getAnswer = answer(last(platforms, "getOrder")).body().getBytes(UTF_8);
      Exchange marked = first(platforms, "markPackageAsShipped");
      orderId = HttpUrl.get(server.url() + marked.request().path()).pathSegments().get(3);
      ship =
          Objects.requireNonNull(
              moshi.adapter(MarkPackageAsShippedRequest.class).fromJson(marked.request().body()));
      prepare(platforms, marked);
      bareCreate = bare(AMAZON_PATH, createJson);
      bareGet = bare(AMAZON_PATH + "/" + getId, "");
      bareSearch = bare(target(last(platforms, "searchOrders")), "");
      bareShip = bare(target(marked), marked.request().body());
      Map<String, String> settings = settings(platforms.settings().get(0));
      unsigned = amazon(settings).build();
      signed =
          amazon(settings)
              .awsCredentials(new AwsCredentials("AKIAEXAMPLE", "example-secret"))
              .build();
      shop = TikTokShopClient.builder().env(settings).httpClient(bare).pause(wait -> {}).build();
    }
  }

  private void prepare(Platforms platforms, Exchange marked) {
    String amazon =
        "x-amzn-RequestId: 6b1f5f0e-0000-4000-8000-000000000001\r\nx-amzn-RateLimit-Limit: 2.0";
    String token =
        "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":86400}";
    server.answer("/auth/o2/token", 200, amazon, token);
    prepare(AMAZON_PATH + "/", amazon, last(platforms, "getOrder"));
    prepare(AMAZON_PATH + " ", amazon, first(platforms, "createOrder"));
    String tiktok = "X-Tt-Logid: 1";
    prepare("/order/202309/orders/search", tiktok, last(platforms, "searchOrders"));
    prepare("/fulfillment/202309/orders/", tiktok, marked);
    prepare("/api/v2/token", tiktok, first(platforms, "refreshToken"));
  }

  private void prepare(String path, String headers, Exchange exchange) {
    Reply reply = answer(exchange);
    server.answer(path, reply.status(), headers, reply.body());
  }

  private static Reply answer(Exchange exchange) {
    return Objects.requireNonNull(exchange.reply());
  }

  private Map<String, String> settings(Map<String, String> simulated) {
    Map<String, String> env = new HashMap<>(simulated);
    env.put("TIKTOK_SHOP_CIPHER", "TTP_SIMULATED_0");
    env.put("TIKTOK_API_BASE_URL", server.url());
    env.put("TIKTOK_AUTH_BASE_URL", server.url());
    env.put("AMAZON_API_BASE_URL", server.url());
    env.put("AMAZON_LWA_URL", server.url() + "/auth/o2/token");
    return env;
  }

  private SellingPartnerClient.Builder amazon(Map<String, String> env) {
    return SellingPartnerClient.builder().env(env).httpClient(bare).pause(wait -> {});
  }

  private Bare bare(String target, String body) {
    return new Bare(HttpUrl.get(server.url() + target), ByteString.encodeUtf8(body));
  }

  private static String target(Exchange exchange) {
    return exchange.request().path() + "?" + exchange.request().rawQuery();
  }

  private static Exchange first(Platforms platforms, String operation) {
    return platforms
        .exchanges()
        .filter(exchange -> exchange.operation().equals(operation))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody called " + operation));
  }

  private static Exchange last(Platforms platforms, String operation) {
    return platforms
        .exchanges()
        .filter(exchange -> exchange.operation().equals(operation))
        .reduce((before, after) -> after)
        .orElseThrow(() -> new IllegalStateException("nobody called " + operation));
  }

  Object create() {
    return unsigned.outbound20260704().createOrder(create);
  }

  Object createSigned() {
    return signed.outbound20260704().createOrder(create);
  }

  byte[] createBare() throws IOException {
    return send(amazonHeaders(bareCreate).post(RequestBody.create(bareCreate.body(), JSON)));
  }

  Object createJson() {
    return Json.encode(CreateOrderRequest.class, create);
  }

  Object getJson() {
    return Json.parse(GetOrderResponse.class, getAnswer);
  }

  Object get() {
    return unsigned.outbound20260704().getOrder(getId);
  }

  Object getSigned() {
    return signed.outbound20260704().getOrder(getId);
  }

  byte[] getBare() throws IOException {
    return send(amazonHeaders(bareGet).get());
  }

  Object search() {
    return shop.orders().searchOrders(filter, PAGE, null);
  }

  private byte[] searchBare() throws IOException {
    return send(tiktokHeaders(bareSearch).post(RequestBody.create(bareSearch.body(), null)));
  }

  Object searchBareAndMoshi() throws IOException {
    return pageAdapter.fromJson(new String(searchBare(), UTF_8));
  }

  Object ship() {
    return shop.fulfillment().markPackageAsShipped(orderId, ship);
  }

  byte[] shipBare() throws IOException {
    return send(tiktokHeaders(bareShip).post(RequestBody.create(bareShip.body(), JSON)));
  }

  private static Request.Builder amazonHeaders(Bare call) {
    return new Request.Builder()
        .url(call.url())
        .header("Accept", "application/json")
        .header("User-Agent", "mcf-connector/0.1 (Language=Java/17; Platform=Linux)")
        .header("x-amz-access-token", TOKEN)
        .header("x-amz-date", "20261123T120000Z");
  }

  private static Request.Builder tiktokHeaders(Bare call) {
    return new Request.Builder()
        .url(call.url())
        .header("x-tts-access-token", TOKEN)
        .header("Content-Type", "application/json");
  }

  private byte[] send(Request.Builder request) throws IOException {
    try (Response response = bare.newCall(request.build()).execute()) {
      return response.body().bytes();
    }
  }

  /** Returns the bytes of the answers, by call. */
  Map<String, Integer> sizes() throws IOException {
    return Map.of(
        "create", createBare().length,
        "get", getBare().length,
        "search", searchBare().length,
        "ship", shipBare().length);
  }

  @Override
  public void close() throws IOException {
    shop.close();
    signed.close();
    unsigned.close();
    bare.dispatcher().executorService().shutdown();
    bare.connectionPool().evictAll();
    server.close();
  }
}
