// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import java.time.Duration;
import java.util.List;

/** The shapes in which a network ships. */
final class ShapeScenarios {

  private static final String BOARD = "FBA-BOARD-L";
  private static final String MUG = "FBA-MUG-WHITE";

  private ShapeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("own-number", stage -> stage.order(stage.samples().plain())),
        Scenario.of(
            "own-number-several-units", stage -> stage.order(stage.samples().severalUnits())),
        Scenario.of("carrier-number", stage -> stage.order(stage.samples().twoPackages())),
        Scenario.of("carrier-number-2020", stage -> stage.order(stage.samples().plain()))
            .in(Scenario.Setting.VERSION_2020),
        Scenario.of(
            "other-carrier",
            stage -> stage.order(stage.samples().twoPackages()).ships(after(8).by("UPS_MI"))),
        Scenario.of(
            "two-parcels-one-shipment",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).with(BOARD, 1), after(9).with(MUG, 1))),
        Scenario.of(
            "two-shipments-days-apart",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).with(BOARD, 1), after(50).with(MUG, 1).inShipment(2))),
        Scenario.of(
            "line-over-parcels",
            stage ->
                stage
                    .order(stage.samples().severalUnits())
                    .ships(
                        after(8).with("FBA-MUG-BLUE", 2),
                        after(20).with("FBA-MUG-BLUE", 1).inShipment(2))),
        Scenario.of(
            "kit-over-parcels",
            stage ->
                stage
                    .order(stage.samples().kit())
                    .ships(after(8).with("FBA-TEAPOT", 1), after(20).with(MUG, 2).inShipment(2))),
        Scenario.of("bundle", stage -> stage.order(stage.samples().bundle())),
        Scenario.of(
            "number-while-pending",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(20).numberAfter(Duration.ofHours(2)))
                    .checked(Duration.ofHours(12))),
        Scenario.of(
            "number-after-leaving",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(after(8).numberAfter(Duration.ofHours(15)))),
        Scenario.of(
            "replanned-before-told",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().replannedAfter(Duration.ofHours(2)))),
        Scenario.of(
            "replanned-after-told",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(
                        OrderScript.normal()
                            .packages(after(20).numberAfter(Duration.ofHours(1)))
                            .replannedAfter(Duration.ofHours(3)))),
        Scenario.of(
            "partial-then-rest",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(
                        OrderScript.normal()
                            .packages(after(8).with(BOARD, 1), after(30).with(MUG, 1).inShipment(2))
                            .partialWhileShipping())),
        Scenario.of(
            "rest-not-found",
            stage ->
                stage
                    .order(stage.samples().twoPackages())
                    .ships(OrderScript.normal().missing(MUG, 1))),
        Scenario.of(
                "delivered",
                stage -> stage.order(stage.samples().plain()).checked(Duration.ofDays(5)))
            .in(Scenario.Setting.LONG),
        Scenario.of(
                "delivered-2020",
                stage -> stage.order(stage.samples().plain()).checked(Duration.ofDays(5)))
            .in(Scenario.Setting.VERSION_2020));
  }

  private static PackageScript after(int hours) {
    return PackageScript.shippedAfter(Duration.ofHours(hours));
  }
}
