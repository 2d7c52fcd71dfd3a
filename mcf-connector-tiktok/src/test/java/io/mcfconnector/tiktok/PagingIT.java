// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import io.mcfconnector.tiktok.fulfillment.PackageFilter;
import io.mcfconnector.tiktok.fulfillment.TikTokPackage;
import io.mcfconnector.tiktok.order.OrderBatch;
import io.mcfconnector.tiktok.order.OrderFilter;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.product.ProductInventory;
import io.mcfconnector.tiktok.returns.ReturnFilter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages are read as somebody wants them, and a search that would never end ends. */
class PagingIT {

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> searches() {
    return Stream.of(
        search(
            "orders",
            c ->
                c.orders()
                    .orderPages(OrderFilter.all())
                    .map(OrderBatch::orders)
                    .flatMap(List::stream)),
        search("products", c -> c.products().products(ProductFilter.all())),
        search("packages", c -> c.packages().packages(PackageFilter.all())),
        search("cancellations", c -> c.cancellations().cancellations(CancellationFilter.all())),
        search("return_orders", c -> c.returns().returns(ReturnFilter.all())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void stream_threePages_readsEachWhenItIsWanted(
      String member, Function<TikTokShopClient, Stream<?>> search) {
    server.answers(page(member, 2, "+/a="), page(member, 0, "b"), page(member, 1, ""));
    Stream<?> rows = search.apply(server.client());
    assertThat(server.requests()).isZero();

    assertThat(rows).hasSize(3);
    assertThat(server.requests()).isEqualTo(3);
    assertThat(ShopServer.urlOf(server.take()).queryParameter("page_token")).isNull();
    assertThat(ShopServer.urlOf(server.take()).queryParameter("page_token")).isEqualTo("+/a=");
    assertThat(ShopServer.urlOf(server.take()).queryParameter("page_token")).isEqualTo("b");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void stream_sameTokenTwice_isUnreadable(
      String member, Function<TikTokShopClient, Stream<?>> search) {
    server.answers(page(member, 1, "a"), page(member, 1, "b"), page(member, 1, "a"));

    assertEndless(search.apply(server.client()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void stream_tokenOfItsOwnPage_isUnreadable(
      String member, Function<TikTokShopClient, Stream<?>> search) {
    server.answers(page(member, 1, "a"), page(member, 1, "a"));

    assertEndless(search.apply(server.client()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void stream_onlyEmptyPagesWithTokens_isUnreadable(
      String member, Function<TikTokShopClient, Stream<?>> search) {
    IntStream.range(0, 50).forEach(i -> server.answers(page(member, 0, "t" + i)));

    assertEndless(search.apply(server.client()));
    assertThat(server.requests()).isEqualTo(10);
  }

  @Test
  void stream_enoughOnTheFirstPage_readsNoOther() {
    server.answers(page("packages", 3, "a"));

    assertThat(server.client().packages().packages(PackageFilter.all()).limit(2))
        .extracting(TikTokPackage::id)
        .containsExactly("1", "2");
    assertThat(server.requests()).isOne();
  }

  @Test
  void stream_rowThatIsNull_isUnreadableAtItsPath() {
    server.answers("{\"code\":0,\"data\":{\"packages\":[{},null]}}");

    assertThatThrownBy(() -> server.client().packages().packages(PackageFilter.all()).toList())
        .hasMessageContaining("$.data.packages[1]");
  }

  @Test
  void getAllOrders_moreThanOneCallTakes_splitsAndJoins() {
    server.answers(page("orders", 50, ""), page("orders", 20, ""));
    List<String> ids =
        IntStream.rangeClosed(1, 70).mapToObj(String::valueOf).collect(Collectors.toList());
    ids.add("7");

    OrderBatch batch = server.client().orders().getAllOrders(ids);

    assertThat(batch.orders()).hasSize(70);
    assertThat(batch.requestId()).isEqualTo("R,R");
    assertThat(ids()).hasSize(50);
    assertThat(ids()).hasSize(20).doesNotContain("7");
  }

  @Test
  void getAllOrders_none_callsNothing() {
    assertThat(server.client().orders().getAllOrders(List.of()).orders()).isEmpty();
    assertThat(server.requests()).isZero();
  }

  @Test
  void getInventory_moreThanOneCallTakes_splitsAndJoinsByProduct() {
    String answer =
        "{\"code\":0,\"data\":{\"inventory\":[{\"product_id\":\"9\",\"skus\":[{\"id\":\"%s\"}]}]}}";
    server.answers(answer.formatted("91"), answer.formatted("92"));
    List<String> ids = IntStream.rangeClosed(1, 601).mapToObj(String::valueOf).toList();

    assertThat(server.client().products().getInventory(ids))
        .singleElement()
        .extracting(ProductInventory::skus)
        .satisfies(skus -> assertThat(skus).hasSize(2));
    assertThat(server.requests()).isEqualTo(2);
  }

  private List<String> ids() {
    String ids = ShopServer.urlOf(server.take()).queryParameter("ids");
    return List.of(Objects.requireNonNull(ids).split(",", -1));
  }

  private static void assertEndless(Stream<?> rows) {
    assertThatThrownBy(rows::toList)
        .hasMessageContaining("paging would never end")
        .isInstanceOfSatisfying(
            ApiException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
              assertThat(problem.jsonPath()).hasValue("$.data.next_page_token");
              assertThat(problem.requestId()).hasValue("R");
            });
  }

  private static String page(String member, int rows, String token) {
    String list =
        IntStream.rangeClosed(1, rows)
            .mapToObj(i -> "{\"id\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"code\":0,\"request_id\":\"R\",\"data\":{\"next_page_token\":\"%s\"%s}}"
        .formatted(token, rows == 0 ? "" : ",\"" + member + "\":" + list);
  }

  private static Arguments search(String member, Function<TikTokShopClient, Stream<?>> search) {
    return Arguments.of(member, search);
  }
}
