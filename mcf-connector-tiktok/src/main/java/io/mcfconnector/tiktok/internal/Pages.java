// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.tiktok.paging.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page after the other as somebody wants it. A search that would never end fails: a token
 * that was there before, or page after page without a row. For one thread.
 *
 * @param <P> a page
 */
public final class Pages<P> extends AbstractSpliterator<P> {

  /** TikTok may filter rows after it cut the page, so a few empty pages are no proof. */
  private static final int MOST_EMPTY_PAGES = 10;

  private final String operation;
  private final Function<@Nullable String, P> read;
  private final Function<P, Page<?>> view;
  private final Set<String> seenTokens = new HashSet<>();
  private @Nullable String nextToken;
  private int emptyPages;
  private boolean ended;

  private Pages(String operation, Function<@Nullable String, P> read, Function<P, Page<?>> view) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.operation = operation;
    this.read = read;
    this.view = view;
  }

  /**
   * Returns pages; nothing is called before the first is asked for.
   *
   * @param operation the platform's name of the search
   * @param read reads the page of a token; {@code null} = the first
   * @param view what a page says about itself
   */
  public static <P> Stream<P> stream(
      String operation, Function<@Nullable String, P> read, Function<P, Page<?>> view) {
    return StreamSupport.stream(new Pages<>(operation, read, view), false);
  }

  /** Returns the rows of all pages; nothing is called before the first is asked for. */
  public static <T> Stream<T> rows(String operation, Function<@Nullable String, Page<T>> read) {
    return stream(operation, read, page -> page).map(Page::items).flatMap(List::stream);
  }

  @Override
  public boolean tryAdvance(Consumer<? super P> action) {
    if (ended) {
      return false;
    }
    P page = read.apply(nextToken);
    Page<?> seen = view.apply(page);
    nextToken = seen.nextPageToken();
    ended = nextToken == null;
    emptyPages = seen.items().isEmpty() ? emptyPages + 1 : 0;
    if (nextToken != null) {
      checkProgress(nextToken, seen);
    }
    action.accept(page);
    return true;
  }

  private void checkProgress(String token, Page<?> page) {
    boolean circle = !seenTokens.add(token);
    if (circle || emptyPages >= MOST_EMPTY_PAGES) {
      throw ApiException.builder(operation, FailureKind.UNREADABLE)
          .requestId(page.requestId())
          .jsonPath("$.data.next_page_token")
          .detail(
              (circle ? "the pages go round in a circle" : "page after page is empty")
                  + "; paging would never end")
          .build();
    }
  }
}
