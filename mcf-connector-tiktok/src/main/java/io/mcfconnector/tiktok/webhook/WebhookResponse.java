// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

/**
 * What to answer TikTok.
 *
 * @param status HTTP status; TikTok sends again what is not answered with 200
 * @param body the body, always empty: TikTok wants none
 */
public record WebhookResponse(int status, String body) {

  static WebhookResponse of(int status) {
    return new WebhookResponse(status, "");
  }
}
