// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns pages into a stream. Each page is fetched when its turn comes. */
public final class Pages {

  private Pages() {}

  /**
   * Returns the pages, the first one being that of the token {@code null}. What ends them is a
   * missing token, not an empty page.
   *
   * @param operation names the operation in failures
   * @param fetch reads the page of a token
   * @param nextToken finds the token of the next page
   * @throws ApiException while the stream is consumed, when a token comes twice: the pages would
   *     never end
   */
  public static <P> Stream<P> of(
      String operation,
      Function<@Nullable String, P> fetch,
      Function<P, @Nullable String> nextToken) {
    Iterator<P> pages = new PageIterator<>(operation, fetch, nextToken);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static final class PageIterator<P> implements Iterator<P> {
    private final String operation;
    private final Function<@Nullable String, P> fetch;
    private final Function<P, @Nullable String> nextToken;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String token;
    private boolean started;

    private PageIterator(
        String operation,
        Function<@Nullable String, P> fetch,
        Function<P, @Nullable String> nextToken) {
      this.operation = operation;
      this.fetch = fetch;
      this.nextToken = nextToken;
    }

    @Override
    public boolean hasNext() {
      return !started || token != null;
    }

    @Override
    public P next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      P page = fetch.apply(token);
      started = true;
      String next = nextToken.apply(page);
      token = next == null || next.isEmpty() ? null : next;
      if (token != null && !seen.add(token)) {
        throw ApiException.builder(operation, FailureKind.UNREADABLE)
            .detail("the platform gave the same page token twice; its pages would never end")
            .build();
      }
      return page;
    }
  }
}
