// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an order is being stopped, saved before anybody is asked.
 *
 * @param origin who wants it
 * @param by who decided for the seller, such as a user name; absent when the buyer did
 * @param reason what the channel is told; absent when the buyer cancelled
 * @param requestId the channel's id of the buyer's request, several of them joined by commas; empty
 *     when it cannot be read, absent without one or before it was read
 * @param answerBy when the channel grants the request by itself; absent when it does not tell
 * @param since when the router learned of it
 * @param stoppedAt when it was certain that nothing ships; absent before
 */
public record CancelIntent(
    Origin origin,
    @Nullable String by,
    @Nullable CancelReason reason,
    @Nullable String requestId,
    @Nullable Instant answerBy,
    Instant since,
    @Nullable Instant stoppedAt) {

  private static final String SEPARATOR = ",";

  /** Who wants an order to stop. */
  public enum Origin {
    /** The buyer, or the channel for the buyer: the channel shows it as cancelled already. */
    CHANNEL,
    /** The buyer asked the seller; the request waits for an answer. */
    BUYER_REQUEST,
    /** The seller, through the host. */
    SELLER
  }

  /** Returns the intent to stop an order because the channel shows it as cancelled. */
  public static CancelIntent ofChannel(Instant since) {
    return new CancelIntent(Origin.CHANNEL, null, null, null, null, since, null);
  }

  /** Returns the intent to stop an order because the buyer asks for it. */
  public static CancelIntent ofBuyer(Instant since) {
    return new CancelIntent(Origin.BUYER_REQUEST, null, null, null, null, since, null);
  }

  /** Returns this intent as the seller's, who wants it whatever the buyer does. */
  public CancelIntent bySeller(String by, CancelReason reason) {
    return new CancelIntent(Origin.SELLER, by, reason, requestId, answerBy, since, stoppedAt);
  }

  /** Returns this intent with the person who decided about it. */
  public CancelIntent decidedBy(String by) {
    return new CancelIntent(origin, by, reason, requestId, answerBy, since, stoppedAt);
  }

  /** Returns this intent as that of the channel, which cancelled the order meanwhile. */
  public CancelIntent byChannel() {
    return new CancelIntent(Origin.CHANNEL, by, reason, requestId, answerBy, since, stoppedAt);
  }

  /** Returns this intent with the buyer's requests that it answers. */
  public CancelIntent answering(List<CancelRequest> requests) {
    return new CancelIntent(
        origin,
        by,
        reason,
        requests.stream().map(CancelRequest::id).sorted().collect(Collectors.joining(SEPARATOR)),
        requests.stream()
            .map(CancelRequest::answerBy)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        since,
        stoppedAt);
  }

  /** Returns whether this intent answers a request. */
  public boolean answers(CancelRequest request) {
    return requestId != null && Set.of(requestId.split(SEPARATOR, -1)).contains(request.id());
  }

  /** Returns this intent with the time when it was certain that nothing ships. */
  public CancelIntent stopped(@Nullable Instant at) {
    return new CancelIntent(origin, by, reason, requestId, answerBy, since, at);
  }
}
