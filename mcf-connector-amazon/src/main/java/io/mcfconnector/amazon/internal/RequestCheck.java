// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks one object of a request before it is sent. Failures are {@code REFUSED} and name the field
 * and the rule, never the value, which may be buyer data. The path of the field is put together
 * only then.
 */
public final class RequestCheck {

  /** No limit is documented. */
  public static final int ANY_LENGTH = Integer.MAX_VALUE;

  private static final int LONGEST_ID = 40;
  private static final int LONGEST_FIGURE = 20;
  private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final String operation;
  private final @Nullable RequestCheck parent;
  private final String name;

  /** The place in an array, or -1. */
  private final int index;

  private RequestCheck(String operation, @Nullable RequestCheck parent, String name, int index) {
    this.operation = operation;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** Returns the check of a request as a whole. */
  public static RequestCheck of(String operation) {
    return new RequestCheck(operation, null, "", -1);
  }

  /** Returns the check of an object inside this one. */
  public RequestCheck in(String field) {
    return new RequestCheck(operation, this, field, -1);
  }

  /** Returns a value that must be there. */
  public <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw refused(field, "is required");
    }
    return value;
  }

  /** Checks a text that must be there, not blank and not too long. */
  public void text(@Nullable String value, int longest, String field) {
    if (required(value, field).isBlank()) {
      throw refused(field, "must not be blank");
    }
    optionalText(value, longest, field);
  }

  /** Checks a text that may be missing, but is not too long and can be written. */
  public void optionalText(@Nullable String value, int longest, String field) {
    if (value == null) {
      return;
    }
    if (value.length() > longest) {
      throw refused(field, "must have at most " + longest + " characters");
    }
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      if (Character.isISOControl(character)) {
        throw refused(field, "must not contain control characters");
      }
      if (Character.isSurrogate(character)) {
        // Half a pair cannot be encoded.
        if (Character.charCount(value.codePointAt(at)) == 1) {
          throw refused(field, "must be whole Unicode characters");
        }
        at++;
      }
    }
  }

  /** Checks the id of something new. With other characters Amazon cannot find it again. */
  public void newId(@Nullable String value, String field) {
    pathText(value, LONGEST_ID, field);
    if (!SAFE_ID.matcher(required(value, field)).matches()) {
      throw refused(field, "must consist of letters, digits, dots, underscores and hyphens");
    }
  }

  /** Checks the id of an order that exists, which another tool may have made. */
  public void knownId(@Nullable String value, String field) {
    pathText(value, LONGEST_ID, field);
  }

  /** Checks a text that goes into the path. */
  public void pathText(@Nullable String value, int longest, String field) {
    text(value, longest, field);
    if (".".equals(value) || "..".equals(value)) {
      throw refused(field, "must not be a relative path");
    }
  }

  /** Checks a text that is one of the words of Amazon's model, if it is there. */
  public void word(@Nullable String value, Set<String> words, String field) {
    if (value != null && !words.contains(value)) {
      throw refused(field, "must be one of " + words.stream().sorted().toList());
    }
  }

  /** Checks a number of units that must be there. */
  public void units(@Nullable Integer value, int fewest, String field) {
    if (required(value, field) < fewest) {
      throw refused(field, "must be at least " + fewest);
    }
  }

  /** Checks a decimal text that must be there and not below zero. */
  public void amount(@Nullable String value, String field) {
    if (decimal(value, field).signum() < 0) {
      throw refused(field, "must not be negative");
    }
  }

  /** Checks a decimal text that must be a whole number of units above zero. */
  public void wholeUnits(@Nullable String value, String field) {
    BigDecimal units = decimal(value, field);
    if (units.signum() <= 0
        || units.stripTrailingZeros().scale() > 0
        || units.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      throw refused(field, "must be a whole number of units above 0");
    }
  }

  /** Checks a currency that must be there. */
  public void currency(@Nullable String value, String field) {
    if (!CURRENCY.matcher(required(value, field)).matches()) {
      throw refused(field, "must be an ISO 4217 code");
    }
  }

  /** Checks a country that must be there. */
  public void country(@Nullable String value, String field) {
    if (!COUNTRY.matcher(required(value, field)).matches()) {
      throw refused(field, "must be an ISO 3166-1 code of two capital letters");
    }
  }

  /** Checks a time, if it is there. Amazon answers other forms with 400 or even 500. */
  public void time(@Nullable String value, String field) {
    if (value == null) {
      return;
    }
    try {
      OffsetDateTime.parse(value);
    } catch (DateTimeException e) {
      throw refused(field, "must be a time of ISO 8601, such as 2026-09-01T14:03:22Z");
    }
  }

  /** Checks each element of an array, which may be missing; its elements may not. */
  public <T> void each(
      @Nullable List<T> array, String field, BiConsumer<RequestCheck, T> checkElement) {
    if (array == null) {
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      RequestCheck element = new RequestCheck(operation, this, field, i);
      T value = array.get(i);
      if (value == null) {
        throw refused(field + "[" + i + "]", "is required");
      }
      checkElement.accept(element, value);
    }
  }

  /** Checks that an array is there and holds something, but not too much. */
  public void size(@Nullable Collection<?> array, int most, String field) {
    int size = required(array, field).size();
    if (size == 0) {
      throw refused(field, "must not be empty");
    }
    if (size > most) {
      throw refused(field, "must have at most " + most + " elements");
    }
  }

  /** Checks that no two elements have the same id. */
  public void unique(List<@Nullable String> ids, String field) {
    if (ids.size() > 1 && new HashSet<>(ids).size() < ids.size()) {
      throw refused(field, "must not hold an id twice");
    }
  }

  /** Returns the failure that a field breaks a rule. */
  public ApiException refused(String field, String rule) {
    return ApiException.builder(operation, FailureKind.REFUSED)
        .jsonPath(path(field))
        .detail(path(field) + " " + rule + "; nothing was sent")
        .build();
  }

  private BigDecimal decimal(@Nullable String value, String field) {
    String text = required(value, field);
    if (text.length() <= LONGEST_FIGURE) {
      try {
        BigDecimal figure = new BigDecimal(text);
        // An exponent is a number too, but no decimal that Amazon documents.
        if (!hasLetter(text)) {
          return figure;
        }
      } catch (NumberFormatException e) {
        // Said below, without the text.
      }
    }
    throw refused(field, "must be a decimal number of at most " + LONGEST_FIGURE + " characters");
  }

  private static boolean hasLetter(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isLetter(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private String path(String field) {
    if (parent == null) {
      return field;
    }
    String here = index < 0 ? name : name + "[" + index + "]";
    return parent.path(here) + "." + field;
  }
}
