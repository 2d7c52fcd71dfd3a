// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.Repair;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Who stops an order, and when. */
final class CancelScenarios {

  /** Before Amazon plans anything. */
  private static final Duration PLACED = Duration.ofMinutes(4);

  /** Amazon picks: it says 202 and ships. */
  private static final Duration PICKING = Duration.ofMinutes(50);

  private CancelScenarios() {}

  static List<Scenario> all() {
    return Stream.of(whole(), units(), seller(), amazon()).flatMap(List::stream).toList();
  }

  private static List<Scenario> whole() {
    return List.of(
        Scenario.of(
                "cancelled-when-ready",
                stage ->
                    stage
                        .order(stage.samples().plain())
                        .tiktokFailsUntil(Duration.ofHours(3), "getOrders", Fault.errorBefore(500))
                        .at(Duration.ofMinutes(30), stage::buyerCancels))
            .in(Scenario.Setting.LONG),
        Scenario.of(
                "asked-when-placed-2020",
                stage -> stage.order(stage.samples().twoPackages()).at(PLACED, stage::buyerAsks))
            .in(Scenario.Setting.VERSION_2020),
        Scenario.of(
            "asked-while-placing",
            stage ->
                stage
                    .order(stage.samples().plain())
                    .whenAmazonHears("createOrder", stage::buyerAsks)
                    .amazonFails("createOrder", Fault.dropAfter())),
        Scenario.of(
            "asked-stop-takes-time",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().cancelTakes(Duration.ofMinutes(3)))
                    .at(PLACED, stage::buyerAsks)),
        Scenario.of(
            "asked-stop-ignored",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().packages(after(1)).cancelIgnored())
                    .at(PLACED, stage::buyerAsks)),
        Scenario.of(
            "asked-and-withdrawn",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .at(PICKING, stage::buyerAsks)
                    .at(Duration.ofMinutes(80), stage::buyerGivesUp)),
        Scenario.of(
            "cancelled-on-hold",
            stage ->
                stage
                    .order(stage.samples().onHold())
                    .at(Duration.ofMinutes(30), stage::buyerCancels)),
        Scenario.of(
            "cancelled-between-read-and-create",
            stage ->
                stage
                    .order(stage.samples().plain())
                    .whenAmazonHears("createOrder", stage::buyerCancels)),
        Scenario.of(
            "cancelled-while-placing",
            stage ->
                stage
                    .order(stage.samples().plain())
                    .whenAmazonHears("createOrder", stage::buyerCancels)
                    .amazonFails("createOrder", Fault.dropAfter())),
        Scenario.of(
            "cancelled-while-placing-nothing-made",
            stage ->
                stage
                    .order(stage.samples().plain())
                    .whenAmazonHears("createOrder", stage::buyerCancels)
                    .amazonFails("createOrder", Fault.dropBefore())),
        Scenario.of(
            "cancelled-when-placed",
            stage -> stage.order(stage.samples().twoPackages()).at(PLACED, stage::buyerCancels)),
        Scenario.of(
            "cancelled-while-picked",
            stage -> stage.order(stage.samples().twoPackages()).at(PICKING, stage::buyerCancels)),
        Scenario.of(
                "cancelled-while-picked-2020",
                stage ->
                    stage.order(stage.samples().twoPackages()).at(PICKING, stage::buyerCancels))
            .in(Scenario.Setting.VERSION_2020),
        Scenario.of(
            "asked-when-placed",
            stage -> stage.order(stage.samples().twoPackages()).at(PLACED, stage::buyerAsks)),
        Scenario.of(
            "asked-while-picked",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(2))
                    .at(PICKING, stage::buyerAsks)),
        Scenario.of(
            "asked-while-picked-tried-again",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(2))
                    .at(PICKING, stage::buyerAsks)
                    .repair(Duration.ofHours(5), Repair.Kind.TRY_AGAIN)),
        Scenario.of(
            "asked-when-part-shipped",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8), after(20).inShipment(2))
                    .at(Duration.ofHours(10), stage::buyerAsks)),
        Scenario.of(
            "asked-before-placing",
            stage ->
                stage
                    .order(stage.samples().neverOnHold())
                    .at(Duration.ofMinutes(20), stage::buyerAsks)));
  }

  private static List<Scenario> units() {
    return List.of(
        Scenario.of(
            "asked-for-a-unit-before-placing",
            stage ->
                stage
                    .order(twoMugs(stage, "578199000000000001"))
                    .at(Duration.ofMinutes(20), stage::buyerAsksForOneUnit)),
        Scenario.of(
            "asked-for-a-unit-when-placed",
            stage ->
                stage.order(stage.samples().twoPackages()).at(PLACED, stage::buyerAsksForOneUnit)),
        Scenario.of(
            "asked-for-a-unit-shipped-all",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .at(PLACED, stage::buyerAsksForOneUnit)
                    .repair(Duration.ofMinutes(10), Repair.Kind.TRY_AGAIN)),
        Scenario.of(
            "asked-for-a-unit-stopped-all",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .at(PLACED, stage::buyerAsksForOneUnit)
                    .repair(Duration.ofMinutes(10), Repair.Kind.STOP)),
        Scenario.of(
            "unit-cancelled-on-its-way",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(52))
                    .at(PICKING, stage::buyerAsksForOneUnit)));
  }

  private static SimulatedOrder twoMugs(ScenarioStage stage, String id) {
    return SimulatedOrder.builder(id, stage.samples().recipient())
        .neverOnHold()
        .units(SampleCatalogue.MUG_WHITE, 2)
        .build();
  }

  private static List<Scenario> seller() {
    return List.of(
        Scenario.of(
            "seller-on-hold",
            stage ->
                stage
                    .order(stage.samples().onHold())
                    .at(Duration.ofMinutes(30), stage::sellerCancels)),
        Scenario.of(
            "seller-in-review",
            stage ->
                stage
                    .order(stage.samples().unmappedSku())
                    .at(Duration.ofMinutes(30), stage::sellerCancels)),
        Scenario.of(
            "seller-while-placing",
            stage ->
                stage
                    .order(stage.samples().plain())
                    .amazonFails("createOrder", Fault.dropAfter())
                    .at(Duration.ofSeconds(10), stage::sellerCancels)),
        Scenario.of(
            "seller-when-placed",
            stage -> stage.order(stage.samples().twoPackages()).at(PLACED, stage::sellerCancels)),
        Scenario.of(
            "seller-while-picked",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(1))
                    .at(PICKING, stage::sellerCancels)),
        Scenario.of(
            "seller-when-shipped",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .at(Duration.ofHours(10), stage::sellerCancels)));
  }

  private static List<Scenario> amazon() {
    return List.of(
        Scenario.of(
            "amazon-cancels",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().cancelledByAmazon())),
        Scenario.of(
            "amazon-cancels-sent-again",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().cancelledByAmazon())
                    .repair(Duration.ofHours(2), Repair.Kind.SEND_AGAIN)),
        Scenario.of(
            "unfulfillable",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().unfulfillable())),
        Scenario.of(
            "unfulfillable-cancelled",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().unfulfillable())
                    .at(
                        Duration.ofHours(2),
                        () -> stage.review().cancel(CancelReason.OUT_OF_STOCK).apply("pat"))),
        Scenario.of(
            "unfulfillable-buyer-asks",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().unfulfillable())
                    .at(Duration.ofHours(2), stage::buyerAsks)),
        Scenario.of(
            "invalid",
            stage ->
                stage.order(stage.samples().twoPackages()).ships(OrderScript.normal().invalid())),
        Scenario.of(
            "deadline-cancels",
            stage -> stage.order(stage.samples().unmappedSku()).checked(Duration.ofDays(11))));
  }

  private static PackageScript after(int hours) {
    return PackageScript.shippedAfter(Duration.ofHours(hours));
  }
}
