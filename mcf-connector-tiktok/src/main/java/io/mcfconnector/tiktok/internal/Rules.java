// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what TikTok could only refuse too, before it is sent. Every method throws {@link
 * ApiException} of kind {@code REFUSED} that names the field and the rule, never the value, which
 * may be buyer data. Immutable.
 */
public final class Rules {

  /** TikTok's ids are decimal strings; no page gives their length, real ones have 15 to 20. */
  private static final Pattern ID = Pattern.compile("[0-9]{1,32}");

  /** TikTok answers 21004012 to special characters and does not say which those are. */
  private static final Pattern TRACKING_NUMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private static final Pattern PAGE_TOKEN = Pattern.compile("[!-~]{1,2048}");
  private static final int LONGEST_HOOK = 255;

  private final String operation;

  private Rules(String operation) {
    this.operation = operation;
  }

  /** Returns the rules for a request of an operation. */
  public static Rules of(String operation) {
    return new Rules(operation);
  }

  /** Returns the operation. */
  public String operation() {
    return operation;
  }

  /** An id that must be there. */
  public void id(String path, @Nullable String value) {
    matching(path, value, ID, "1 to 32 digits");
  }

  /** An id that may be absent. */
  public void optionalId(String path, @Nullable String value) {
    if (value != null) {
      id(path, value);
    }
  }

  /** A list of ids. */
  public void ids(String path, @Nullable List<String> values, int least, int most) {
    List<String> ids = list(path, values, least, most);
    for (int i = 0; i < ids.size(); i++) {
      id(path + "[" + i + "]", ids.get(i));
    }
  }

  /** A list of ids that may be absent. */
  public void optionalIds(String path, @Nullable List<String> values, int most) {
    if (values != null) {
      ids(path, values, 1, most);
    }
  }

  /** A tracking number that must be there. */
  public void trackingNumber(String path, @Nullable String value) {
    matching(path, value, TRACKING_NUMBER, "1 to 64 letters, digits and hyphens");
  }

  /** A page token that may be absent. */
  public void pageToken(@Nullable String value) {
    if (value != null) {
      matching("page_token", value, PAGE_TOKEN, "the next_page_token of the page before");
    }
  }

  /** A text that must be there. */
  public void text(String path, @Nullable String value, int longest) {
    if (value == null || value.isBlank() || value.length() > longest) {
      throw broken(path, "must have 1 to " + longest + " characters and not be blank");
    }
    if (value.codePoints().anyMatch(Rules::isUnprintable)) {
      throw broken(path, "must not hold control characters or halves of characters");
    }
  }

  /** A text that may be absent. */
  public void optionalText(String path, @Nullable String value, int longest) {
    if (value != null) {
      text(path, value, longest);
    }
  }

  /** One of TikTok's words, which must be there. */
  public void word(String path, @Nullable String value, Set<String> words) {
    if (value == null || !words.contains(value)) {
      throw broken(path, "must be one of " + words.stream().sorted().toList());
    }
  }

  /** One of TikTok's words, or absent. */
  public void optionalWord(String path, @Nullable String value, Set<String> words) {
    if (value != null) {
      word(path, value, words);
    }
  }

  /** Some of TikTok's words, or absent. */
  public void optionalWords(String path, @Nullable List<String> values, Set<String> words) {
    if (values != null) {
      List<String> list = list(path, values, 1, words.size());
      for (int i = 0; i < list.size(); i++) {
        word(path + "[" + i + "]", list.get(i), words);
      }
    }
  }

  /** A number within a range, which must be there. */
  public void number(String path, @Nullable Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      throw broken(path, "must be " + least + " to " + most);
    }
  }

  /** A number within a range, or absent. */
  public void optionalNumber(String path, @Nullable Integer value, int least, int most) {
    if (value != null) {
      number(path, value, least, most);
    }
  }

  /** A window of Unix seconds, each end of which may be absent. */
  public void window(String name, @Nullable Long from, @Nullable Long to) {
    boolean negative = (from != null && from < 0) || (to != null && to < 0);
    if (negative || (from != null && to != null && from > to)) {
      throw broken(name + "_ge", "must be Unix seconds that are not after " + name + "_lt");
    }
  }

  /** A list with a number of elements, none of which is null. */
  public <E> List<E> list(String path, @Nullable List<E> values, int least, int most) {
    if (values == null || values.size() < least || values.size() > most) {
      throw broken(path, "must have " + least + " to " + most + " elements");
    }
    for (int i = 0; i < values.size(); i++) {
      present(path + "[" + i + "]", values.get(i));
    }
    return values;
  }

  /** Something that must be there. */
  public <T> T present(String path, @Nullable T value) {
    if (value == null) {
      throw broken(path, "must be there");
    }
    return value;
  }

  /** Where TikTok may send webhooks: HTTPS, a domain name, no port, at most 255 characters. */
  public void webhookAddress(String path, @Nullable String value) {
    if (value == null || value.length() > LONGEST_HOOK || !isWebhookAddress(value)) {
      throw broken(
          path,
          "must be https:// and a domain name, without port or user, of at most "
              + LONGEST_HOOK
              + " characters");
    }
  }

  private static boolean isWebhookAddress(String value) {
    try {
      URI uri = new URI(value);
      String host = uri.getHost();
      return "https".equals(uri.getScheme())
          && host != null
          && host.matches(".*[A-Za-z].*")
          && !host.startsWith("[")
          && host.contains(".")
          && uri.getPort() == -1
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private void matching(String path, @Nullable String value, Pattern pattern, String rule) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw broken(path, "must be " + rule);
    }
  }

  /** Returns the failure of a field that breaks a rule. */
  public ApiException broken(String path, String rule) {
    return ApiException.builder(operation, FailureKind.REFUSED)
        .jsonPath(path)
        .detail(path + " " + rule + "; nothing was sent")
        .build();
  }
}
