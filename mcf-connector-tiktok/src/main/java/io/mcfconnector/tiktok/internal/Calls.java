// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.ApiCall;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Starts the calls of all typed APIs.
 *
 * <p>TikTok's limits are dynamic for each app, shop and endpoint. Its documentation advises to
 * start with 1 to 3 writes and 3 to 10 reads in a second; refused calls slow the bucket down.
 */
public final class Calls {

  private static final Quota READS = new Quota(5, 10);
  private static final Quota WRITES = new Quota(2, 2);
  private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Function<Answer, PageInfo> PAGE = Json.decoder(PageInfo.class);

  private Calls() {}

  /** Starts a GET that reads. */
  public static <T> ApiCall.Builder<T> read(
      String operation, HttpUrl url, Function<Answer, T> decoder) {
    return ApiCall.get(operation, url, READS, decoder);
  }

  /** Starts a GET that uses something up, so that a repeat would fail. */
  public static <T> ApiCall.Builder<T> readOnce(
      String operation, HttpUrl url, Function<Answer, T> decoder) {
    return ApiCall.write(operation, "GET", url, READS, decoder);
  }

  /** Starts a POST that only reads. */
  public static <T, B> ApiCall.Builder<T> search(
      String operation, HttpUrl url, Class<B> bodyType, B body, Function<Answer, T> decoder) {
    ApiCall.Builder<T> call = ApiCall.write(operation, "POST", url, READS, decoder).repeatable();
    byte[] json = Json.encode(bodyType, body);
    // TikTok's own samples disagree on how to sign "{}": without parameters nothing is sent.
    return json.length == 2 ? call : call.json(json);
  }

  /** Starts a POST that only reads and has no parameters but those of its URL. */
  public static <T> ApiCall.Builder<T> search(
      String operation, HttpUrl url, Function<Answer, T> decoder) {
    return ApiCall.write(operation, "POST", url, READS, decoder).repeatable();
  }

  /** Starts a POST that changes something and has no parameters but those of its URL. */
  public static ApiCall.Builder<Answer> command(String operation, HttpUrl url) {
    return ApiCall.write(operation, "POST", url, WRITES, Function.identity());
  }

  /** Starts a PUT or DELETE, which have the same effect however often they are sent. */
  public static <B> ApiCall.Builder<Answer> replace(
      String operation, String method, HttpUrl url, Class<B> bodyType, B body) {
    return ApiCall.write(operation, method, url, WRITES, Function.<Answer>identity())
        .repeatable()
        .json(bodyType, body);
  }

  /** Starts a DELETE without a body; sent once. */
  public static ApiCall.Builder<Answer> delete(String operation, HttpUrl url) {
    return ApiCall.write(operation, "DELETE", url, WRITES, Function.identity());
  }

  /** Starts a POST that changes something. */
  public static <T, B> ApiCall.Builder<T> write(
      String operation, HttpUrl url, Class<B> bodyType, B body, Function<Answer, T> decoder) {
    return ApiCall.write(operation, "POST", url, WRITES, decoder).json(bodyType, body);
  }

  /**
   * Returns the URL of an endpoint.
   *
   * @throws IllegalArgumentException when a segment is not a plain word or id
   */
  public static HttpUrl url(URI baseUrl, String... segments) {
    HttpUrl.Builder url = HttpUrl.get(baseUrl.toString()).newBuilder();
    for (String segment : segments) {
      if (!PATH_SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException("an id in a path must match " + PATH_SEGMENT.pattern());
      }
      url.addPathSegment(segment);
    }
    return url.build();
  }

  /**
   * Returns the URL of one page of a search.
   *
   * @throws io.mcfconnector.error.ApiException when page size or token break a rule
   */
  public static HttpUrl page(
      Rules rules, HttpUrl url, int pageSize, int most, @Nullable String pageToken) {
    rules.number("page_size", pageSize, 1, most);
    rules.pageToken(pageToken);
    HttpUrl.Builder page =
        url.newBuilder().addQueryParameter("page_size", Integer.toString(pageSize));
    if (pageToken != null) {
      page.addQueryParameter("page_token", pageToken);
    }
    return page.build();
  }

  /** Returns the URL of a search that yields the oldest change first. */
  public static HttpUrl oldestChangeFirst(HttpUrl url) {
    return url.newBuilder()
        .addQueryParameter("sort_field", "update_time")
        .addQueryParameter("sort_order", "ASC")
        .build();
  }

  /**
   * Returns a list member of an answer; absent = empty, as TikTok leaves empty lists out.
   *
   * @throws io.mcfconnector.error.ApiException when an element is not what it should be
   */
  public static <E> List<E> list(Answer answer, String member, Function<Answer, E> decoder) {
    return Elements.of(answer, member).stream().map(decoder).toList();
  }

  /**
   * Returns one page of a search.
   *
   * @param asked the token of this page
   */
  public static <E> Page<E> page(
      Answer answer, String member, Function<Answer, E> decoder, @Nullable String asked) {
    return page(answer, list(answer, member, decoder), asked);
  }

  /** Returns one page of a search, whose rows were read already. */
  public static <E> Page<E> page(Answer answer, List<E> rows, @Nullable String asked) {
    PageInfo info = PAGE.apply(answer);
    return new Page<>(
        rows,
        nextPage(answer, asked, info.nextPageToken()),
        info.totalCount(),
        answer.requestId().orElse(null));
  }

  private static @Nullable String nextPage(
      Answer answer, @Nullable String asked, @Nullable String next) {
    if (next == null || next.isEmpty()) {
      return null;
    }
    if (next.equals(asked)) {
      throw answer
          .failure(FailureKind.UNREADABLE)
          .jsonPath(answer.jsonRoot() + ".next_page_token")
          .detail("the next page is the same page; paging would never end")
          .build();
    }
    return next;
  }
}
