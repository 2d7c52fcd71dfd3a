// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ConnectorException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a wire record that the model cannot do without is missing or makes no sense. */
final class UnreadableField extends ConnectorException {

  private static final long serialVersionUID = 1L;

  private final String path;

  private UnreadableField(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
  }

  /** Returns where the field is, from the wire record on. */
  String path() {
    return path;
  }

  /** Returns a field that must be there. */
  static <T> T required(@Nullable T field, String path) {
    if (field == null || (field instanceof String text && text.isBlank())) {
      throw new UnreadableField(path, "is missing");
    }
    return field;
  }

  /** Returns what the model makes of a field that must be there. */
  static <T, M> M required(@Nullable T field, String path, Function<T, M> toModel) {
    T present = required(field, path);
    try {
      return toModel.apply(present);
    } catch (IllegalArgumentException | DateTimeException e) {
      // The cause stays out: its message may quote the value.
      throw new UnreadableField(path, "makes no sense");
    }
  }

  /** Returns what the model makes of a field; {@code null} when it is absent or blank. */
  static <T, M> @Nullable M optional(@Nullable T field, String path, Function<T, M> toModel) {
    boolean absent = field == null || (field instanceof String text && text.isBlank());
    return absent ? null : required(field, path, toModel);
  }
}
