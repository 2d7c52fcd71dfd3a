// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as a create call asks for it, in the words of version 2020-07-01. */
record OrderDraft(
    String id,
    String version,
    @Nullable String channel,
    String marketplaceId,
    String displayableId,
    Instant displayableDate,
    String comment,
    String speed,
    String action,
    String policy,
    Map<String, Object> destination,
    List<Line> lines,
    List<Map<String, Object>> features,
    Map<String, Object> services) {

  static final String V2020 = "2020-07-01";
  static final String V2026 = "2026-07-04";

  record Line(String id, String sku, int units) {}

  OrderDraft withAction(String changed) {
    return new OrderDraft(
        id,
        version,
        channel,
        marketplaceId,
        displayableId,
        displayableDate,
        comment,
        speed,
        changed,
        policy,
        destination,
        lines,
        features,
        services);
  }

  boolean isOnHold() {
    return action.equals("Hold");
  }

  boolean isFromTikTok() {
    return version.equals(V2026) && "TIKTOK".equals(channel);
  }

  boolean blocksAmazonLogistics() {
    return isBlockedByService() || features.stream().anyMatch(OrderDraft::isBlock);
  }

  private boolean isBlockedByService() {
    return services.get("additional") instanceof Map<?, ?> additional
        && "REQUIRED".equals(additional.get("blockAMZL"));
  }

  private static boolean isBlock(Map<String, Object> feature) {
    return "BLOCK_AMZL".equals(feature.get("featureName"))
        && "Required".equals(feature.get("featureFulfillmentPolicy"));
  }
}
