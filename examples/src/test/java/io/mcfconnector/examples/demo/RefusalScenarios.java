// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.Repair;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.ShippingWarning;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What TikTok says to a tracking number beside a plain yes. */
final class RefusalScenarios {

  private static final String MARK = "markPackageAsShipped";

  /** TikTok's id of UPS. */
  private static final String UPS = "7117859084333745966";

  private RefusalScenarios() {}

  static List<Scenario> all() {
    return Stream.of(numbers(), calls(), guard()).flatMap(List::stream).toList();
  }

  private static List<Scenario> numbers() {
    return List.of(
        Scenario.of(
            "number-refused-again",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).withNumber("TBA 17#2"))
                    .repair(Duration.ofHours(20), Repair.Kind.TRY_AGAIN)),
        Scenario.of(
            "number-of-another-order",
            stage -> {
              SimulatedOrder other = stage.samples().plain();
              stage
                  .at(Duration.ZERO, () -> stage.world().tiktok().add(other))
                  .at(
                      Duration.ofSeconds(1),
                      () -> stage.world().tiktok().shipByHand(other.id(), number(1), UPS))
                  .order(stage.samples().twoPackages())
                  .ships(after(8).by("UPS").withNumber(number(1)));
            }),
        Scenario.of(
            "by-hand-other-number",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .at(
                        Duration.ofHours(4),
                        () -> stage.world().tiktok().shipByHand(stage.id(), number(2), UPS))),
        Scenario.of(
            "by-hand-our-number",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).by("UPS").withNumber(number(3)))
                    .at(
                        Duration.ofHours(4),
                        () -> stage.world().tiktok().shipByHand(stage.id(), number(3), UPS))),
        Scenario.of(
                "open-request-forbids",
                stage ->
                    stage
                        .order(stage.samples().twoPackages())
                        .ships(after(2))
                        .at(
                            Duration.ofMinutes(135),
                            () -> {
                              stage.world().tiktok().blockShippingOnCancelRequest(21011007);
                              stage.buyerAsks();
                            }))
            .in(Scenario.Setting.LONG),
        warning("warning-other-provider", 7, ShippingWarning.OTHER_PROVIDER),
        warning("warning-timed-out", 4, ShippingWarning.VERIFICATION_TIMED_OUT),
        warning("warning-several-providers", 5, ShippingWarning.SEVERAL_PROVIDERS),
        warning("warning-no-service", 6, ShippingWarning.NO_PROVIDER_OR_SERVICE),
        Scenario.of(
            "carrier-unknown",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).by("Cloud Bicycle Couriers").withNumber("CBC0001"))),
        Scenario.of(
            "number-refused",
            stage ->
                stage.order(stage.samples().twoPackages()).ships(after(8).withNumber("TBA 17#1"))),
        Scenario.of(
            "number-of-another-provider",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).by("USPS").withNumber(number(8)))),
        Scenario.of(
            "warning-accepted",
            stage -> {
              stage.world().tiktok().warnFor(number(9), ShippingWarning.SEVERAL_PROVIDERS);
              stage
                  .order(stage.samples().twoPackages())
                  .ships(after(8).by("UPS").withNumber(number(9)))
                  .repair(Duration.ofHours(20), Repair.Kind.TRY_AGAIN)
                  .checked(Duration.ofHours(24));
            }),
        Scenario.of(
            "warning-provider-not-found",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).by("USPS").withNumber("ZZ1234"))
                    .checked(Duration.ofHours(24))));
  }

  private static Scenario warning(String id, int number, ShippingWarning warning) {
    return Scenario.of(
        id,
        stage -> {
          stage.world().tiktok().warnFor(number(number), warning);
          stage
              .order(stage.samples().twoPackages())
              .ships(after(8).by("UPS").withNumber(number(number)))
              .checked(Duration.ofHours(24));
        });
  }

  private static String number(int number) {
    return "1Z999AA101234567" + (80 + number);
  }

  private static List<Scenario> calls() {
    return List.of(
        Scenario.of(
            "mark-answer-lost",
            stage ->
                stage.order(stage.samples().twoPackages()).tiktokFails(MARK, Fault.dropAfter())),
        Scenario.of(
            "mark-never-arrives",
            stage ->
                stage.order(stage.samples().twoPackages()).tiktokFails(MARK, Fault.dropBefore())),
        Scenario.of(
            "mark-server-error-after-effect",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .tiktokFails(MARK, Fault.errorAfter(500))),
        Scenario.of(
            "mark-server-error-before",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .tiktokFails(MARK, Fault.errorBefore(503))),
        Scenario.of(
            "mark-throttled",
            stage ->
                stage.order(stage.samples().twoPackages()).tiktokFails(MARK, Fault.throttled())));
  }

  private static List<Scenario> guard() {
    return List.of(
        Scenario.of(
                "guard-released",
                stage ->
                    stage
                        .order(stage.samples().twoPackages())
                        .ships(after(8).by("UPS"))
                        .repair(Duration.ofHours(10), Repair.Kind.RELEASE))
            .in(Scenario.Setting.GUARDED),
        Scenario.of("guard-stops-at-four", RefusalScenarios::fifthNumber)
            .in(Scenario.Setting.GUARDED_TO_THE_LIMIT),
        Scenario.of(
                "guard-refuses",
                stage -> stage.order(stage.samples().twoPackages()).ships(after(8).by("UPS")))
            .in(Scenario.Setting.GUARDED),
        Scenario.of(
                "guard-lets-network-through", stage -> stage.order(stage.samples().twoPackages()))
            .in(Scenario.Setting.GUARDED));
  }

  /** Four orders before it got a person's release and a carrier's number each. */
  private static void fifthNumber(ScenarioStage stage) {
    for (int i = 0; i < 4; i++) {
      ScenarioStage before = new ScenarioStage(stage.world(), stage.samples());
      before
          .order(stage.samples().twoPackages())
          .ships(after(8).by("UPS"))
          .repair(Duration.ofHours(10), Repair.Kind.RELEASE);
      stage.acts().addAll(before.acts());
    }
    stage
        .order(stage.samples().twoPackages())
        .ships(after(8).by("UPS"))
        .repair(Duration.ofHours(11), Repair.Kind.RELEASE)
        .at(
            Duration.ofDays(2),
            () -> {
              TikTokShopSimulator shop = stage.world().tiktok();
              assertThat(shop.wrongNumbers(SampleCatalogue.WAREHOUSE)).isEqualTo(4);
              assertThat(shop.isSwitchedOff(SampleCatalogue.WAREHOUSE)).isFalse();
            });
  }

  private static PackageScript after(int hours) {
    return PackageScript.shippedAfter(Duration.ofHours(hours));
  }
}
