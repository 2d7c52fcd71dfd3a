// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Listing;
import io.mcfconnector.tiktok.product.ProductApi;
import io.mcfconnector.tiktok.product.ProductFilter;
import io.mcfconnector.tiktok.product.ProductPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Everything on sale, one page after the other as somebody wants it. For one thread. */
public final class ListingPages extends AbstractSpliterator<List<Listing>> {

  private static final int PAGE_SIZE = 100;
  private static final ProductFilter ON_SALE = new ProductFilter("ACTIVATE", null, null);

  private final ProductApi products;
  private final Set<String> seenTokens = new HashSet<>();
  private @Nullable String nextToken;
  private boolean ended;

  private ListingPages(ProductApi products) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.products = products;
  }

  /** Returns the listings; nothing is called before the first is asked for. */
  public static Stream<Listing> stream(ProductApi products) {
    return StreamSupport.stream(new ListingPages(products), false).flatMap(List::stream);
  }

  @Override
  public boolean tryAdvance(Consumer<? super List<Listing>> action) {
    if (ended) {
      return false;
    }
    ProductPage page = products.searchProducts(ON_SALE, PAGE_SIZE, nextToken);
    nextToken = page.nextPageToken();
    ended = nextToken == null;
    if (nextToken != null && !seenTokens.add(nextToken)) {
      throw ApiException.builder("searchProducts", FailureKind.UNREADABLE)
          .requestId(page.requestId())
          .jsonPath("$.data.next_page_token")
          .detail("the pages go round in a circle; paging would never end")
          .build();
    }
    action.accept(ListingTransformer.transform(page));
    return true;
  }
}
