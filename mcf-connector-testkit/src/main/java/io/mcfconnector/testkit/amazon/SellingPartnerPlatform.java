// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.http.Reply;
import io.mcfconnector.testkit.http.SimulatorServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Leads each request to its desk and dresses the answer. */
final class SellingPartnerPlatform implements SimulatorServer.Platform {

  private static final Set<Integer> WITH_RATE = Set.of(200, 202, 204, 400, 404);

  private final FulfillmentWorld world;
  private final LwaDesk lwa;
  private final Frontier frontier;
  private final RequestQuota quota;
  private final Map<String, Function<Routed, Reply>> desks;
  private final AtomicLong requests = new AtomicLong();

  SellingPartnerPlatform(
      FulfillmentWorld world,
      LwaDesk lwa,
      Frontier frontier,
      RequestQuota quota,
      Map<String, Function<Routed, Reply>> desks) {
    this.world = world;
    this.lwa = lwa;
    this.frontier = frontier;
    this.quota = quota;
    this.desks = desks;
  }

  @Override
  public String operationOf(Incoming request) {
    return Routes.operationOf(request);
  }

  @Override
  public Reply answer(String operation, Incoming request) {
    world.settle();
    if (operation.equals(Routes.REQUEST_ACCESS_TOKEN)) {
      return dressed(operation, lwa.requestAccessToken(request, world.now()));
    }
    try {
      frontier.check(operation, request, world.now());
      return dressed(operation, serve(operation, request));
    } catch (Refusal refusal) {
      return dressed(operation, Wire.reply(refusal));
    }
  }

  @Override
  public Reply throttled() {
    return dressed(Routes.UNKNOWN, Wire.reply(Refusal.throttled()));
  }

  @Override
  public Reply failed(int status) {
    return dressed(Routes.UNKNOWN, Wire.reply(Refusal.failure(status)));
  }

  private Reply serve(String operation, Incoming request) {
    return Objects.requireNonNull(desks.get(operation), operation)
        .apply(Routes.routed(operation, request));
  }

  private Reply dressed(String operation, Reply reply) {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    String number = "request " + requests.incrementAndGet();
    UUID id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
    headers.put("x-amzn-RequestId", id.toString());
    boolean metered =
        !operation.equals(Routes.UNKNOWN) && !operation.equals(Routes.REQUEST_ACCESS_TOKEN);
    if (metered && WITH_RATE.contains(reply.status())) {
      headers.put("x-amzn-RateLimit-Limit", String.valueOf(quota.rate(operation).perSecond()));
    }
    return new Reply(reply.status(), headers, reply.body());
  }
}
