// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. A token says how many rows came before, so rows that change their place
 * while somebody reads can appear twice or not at all, as with TikTok's own. Its text needs percent
 * encoding in a URL.
 */
final class PageToken {

  private static final String HEAD = "+/+/";

  private PageToken() {}

  static <T> Page<T> page(List<T> rows, Map<String, String> query) {
    return page(rows, query, 1, 100, null);
  }

  /**
   * Returns a page of at least and at most so many rows.
   *
   * @param usual how many when the query does not say; {@code null} = it has to
   */
  static <T> Page<T> page(
      List<T> rows, Map<String, String> query, int least, int most, @Nullable String usual) {
    String asked = query.get("page_size");
    int size = size(asked == null ? usual : asked, least, most);
    int from = Math.min(offset(query.get("page_token")), rows.size());
    int to = Math.min(from + size, rows.size());
    return new Page<>(rows.subList(from, to), to < rows.size() ? token(to) : "", rows.size());
  }

  private static int size(@Nullable String text, int least, int most) {
    if (text == null) {
      throw Refusal.parameter("param query.page_size is missing");
    }
    int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (size < least || size > most) {
      throw Refusal.parameter("param query.page_size must be from " + least + " to " + most);
    }
    return size;
  }

  private static String token(int offset) {
    // Seven bytes, so that the text ends with padding.
    return HEAD + Base64.getEncoder().encodeToString(String.format("%07d", offset).getBytes(UTF_8));
  }

  private static int offset(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return 0;
    }
    try {
      if (token.startsWith(HEAD)) {
        byte[] digits = Base64.getDecoder().decode(token.substring(HEAD.length()));
        return Integer.parseInt(new String(digits, UTF_8));
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("param query.page_token invalid");
    }
    throw Refusal.parameter("param query.page_token invalid");
  }

  /** One page of a list. */
  record Page<T>(List<T> rows, String nextToken, int total) {}
}
