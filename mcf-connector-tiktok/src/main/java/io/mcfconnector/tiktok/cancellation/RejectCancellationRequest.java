// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the seller rejects, as it is on the wire.
 *
 * @param rejectReason a {@link RejectReason#name()}
 * @param comment words to the buyer
 * @param images proof
 */
public record RejectCancellationRequest(
    @Json(name = "reject_reason") @Nullable String rejectReason,
    @Nullable String comment,
    @Nullable List<Image> images) {

  private static final int LONGEST_REASON = 128;
  private static final int LONGEST_COMMENT = 1000;
  private static final int MOST_IMAGES = 20;

  void check(Rules rules) {
    rules.text("reject_reason", rejectReason, LONGEST_REASON);
    rules.optionalText("comment", comment, LONGEST_COMMENT);
    if (images != null) {
      List<Image> list = rules.list("images", images, 1, MOST_IMAGES);
      for (int i = 0; i < list.size(); i++) {
        rules.text("images[" + i + "].image_id", list.get(i).imageId(), 255);
      }
    }
  }

  /**
   * An uploaded picture.
   *
   * @param imageId its id
   * @param mimeType such as {@code image/png}
   * @param width in pixels
   * @param height in pixels
   */
  public record Image(
      @Json(name = "image_id") @Nullable String imageId,
      @Json(name = "mime_type") @Nullable String mimeType,
      @Nullable Integer width,
      @Nullable Integer height) {}
}
