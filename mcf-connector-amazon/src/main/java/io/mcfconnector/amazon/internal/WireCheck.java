// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.transport.Answer;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks one object of a decoded answer, so that everybody behind the typed APIs can rely on what
 * they read. Failures are {@code UNREADABLE} and name the JSON path, which is put together only
 * then.
 */
public final class WireCheck {

  private static final int LONGEST_TEXT = 100;

  private final Answer answer;
  private final @Nullable WireCheck parent;
  private final String name;

  /** The place in an array, or -1. */
  private final int index;

  private WireCheck(Answer answer, @Nullable WireCheck parent, String name, int index) {
    this.answer = answer;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** Returns the check of an answer's root object. */
  public static WireCheck of(Answer answer) {
    return new WireCheck(answer, null, answer.jsonRoot(), -1);
  }

  /** Returns the check of an object inside this one. */
  public WireCheck in(String field) {
    return new WireCheck(answer, this, field, -1);
  }

  /** Returns a value that must be there. */
  public <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw unreadable(field, "a required field is missing");
    }
    return value;
  }

  /** Checks a text that must be there, not blank and at most 100 characters long. */
  public void text(@Nullable String value, String field) {
    text(value, LONGEST_TEXT, field);
  }

  /** Checks a text that must be there, not blank and not too long. */
  public void text(@Nullable String value, int longest, String field) {
    if (required(value, field).isBlank()) {
      throw unreadable(field, "a required field is blank");
    }
    atMost(longest, value, field);
  }

  /** Checks a text that may be missing, but has at most 100 characters. */
  public void optionalText(@Nullable String value, String field) {
    atMost(LONGEST_TEXT, value, field);
  }

  /** Checks a number of units that must be there. */
  public void units(@Nullable Integer value, String field) {
    if (required(value, field) < 0) {
      throw unreadable(field, "a number of units is negative");
    }
  }

  /** Checks that an answer is about what was asked for. */
  public void same(String asked, @Nullable String answered, String field) {
    if (!asked.equals(answered)) {
      throw unreadable(field, "the answer is about something else than asked for");
    }
  }

  /** Checks each element of an array; the array may be missing, its elements may not. */
  public <T> void each(
      @Nullable List<T> array, String field, BiConsumer<WireCheck, T> checkElement) {
    if (array == null) {
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      WireCheck element = new WireCheck(answer, this, field, i);
      T value = array.get(i);
      if (value == null) {
        throw element.unreadable("", "an array has an empty element");
      }
      checkElement.accept(element, value);
    }
  }

  /** Returns the failure that a field of this object is not as it should be. */
  public ApiException unreadable(String field, String problem) {
    return answer
        .failure(FailureKind.UNREADABLE)
        .jsonPath(field.isEmpty() ? path() : path() + "." + field)
        .detail(problem + "; the platform changed or sent a broken answer")
        .build();
  }

  private void atMost(int longest, @Nullable String value, String field) {
    if (value != null && value.length() > longest) {
      throw unreadable(field, "a field is longer than " + longest + " characters");
    }
  }

  private String path() {
    String here = index < 0 ? name : name + "[" + index + "]";
    return parent == null ? here : parent.path() + "." + here;
  }
}
