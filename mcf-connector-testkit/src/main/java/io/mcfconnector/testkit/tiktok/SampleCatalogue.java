// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.tiktok.SimulatedProduct.Sku;
import java.util.List;
import java.util.Map;

/** The products of the simulated shop unless a test brings its own. */
public final class SampleCatalogue {

  /** The warehouse that orders come from. */
  public static final String WAREHOUSE = "7411000000000000001";

  /** A second sales warehouse, without stock in this catalogue. */
  public static final String SECOND_WAREHOUSE = "7411000000000000002";

  /** SKU id of a large board; seller SKU {@code HL-BCB-L}. */
  public static final String BOARD_LARGE = "1731100000000000011";

  /** SKU id of a small board; seller SKU {@code HL-BCB-S}. */
  public static final String BOARD_SMALL = "1731100000000000012";

  /** SKU id of a blue mug; seller SKU {@code HL-MUG-BLU}. */
  public static final String MUG_BLUE = "1731100000000000021";

  /** SKU id of a white mug; seller SKU {@code HL-MUG-WHT}. */
  public static final String MUG_WHITE = "1731100000000000022";

  /**
   * SKU id of a virtual bundle of one small board and two blue mugs; seller SKU {@code
   * HL-BNDL-KIT}.
   */
  public static final String KITCHEN_KIT = "1731100000000000031";

  /**
   * SKU id of a kit that TikTok knows as one thing and a SKU mapping takes apart; seller SKU {@code
   * HL-TEA-SET}.
   */
  public static final String TEA_SET = "1731100000000000041";

  /**
   * SKU id of a novelty that no SKU mapping of the samples knows; seller SKU {@code HL-NEW-001}.
   */
  public static final String NOVELTY = "1731100000000000051";

  /** SKU id of a candle that is sold out at the network; seller SKU {@code HL-CND-AMB}. */
  public static final String CANDLE = "1731100000000000061";

  private static final int PLENTY = 1000;

  private SampleCatalogue() {}

  /** Returns the products; every SKU but the bundle starts with 1000 units. */
  public static List<SimulatedProduct> products() {
    return List.of(
        new SimulatedProduct(
            "1731100000000000001",
            "Harbor Lane Bamboo Cutting Board",
            List.of(
                Sku.of(BOARD_LARGE, "HL-BCB-L", "Large", "34.99", PLENTY),
                Sku.of(BOARD_SMALL, "HL-BCB-S", "Small", "19.99", PLENTY))),
        new SimulatedProduct(
            "1731100000000000002",
            "Harbor Lane Stoneware Mug 12 oz",
            List.of(
                Sku.of(MUG_BLUE, "HL-MUG-BLU", "Blue", "14.50", PLENTY),
                Sku.of(MUG_WHITE, "HL-MUG-WHT", "White", "14.50", PLENTY))),
        new SimulatedProduct(
            "1731100000000000003",
            "Harbor Lane Kitchen Kit",
            List.of(
                new Sku(
                    KITCHEN_KIT,
                    "HL-BNDL-KIT",
                    "Default",
                    "44.00",
                    Map.of(),
                    Map.of(BOARD_SMALL, 1, MUG_BLUE, 2)))),
        new SimulatedProduct(
            "1731100000000000004",
            "Harbor Lane Tea Set",
            List.of(Sku.of(TEA_SET, "HL-TEA-SET", "Default", "59.00", PLENTY))),
        new SimulatedProduct(
            "1731100000000000005",
            "Harbor Lane Novelty",
            List.of(Sku.of(NOVELTY, "HL-NEW-001", "Default", "9.99", PLENTY))),
        new SimulatedProduct(
            "1731100000000000006",
            "Harbor Lane Amber Candle",
            List.of(Sku.of(CANDLE, "HL-CND-AMB", "Default", "24.00", PLENTY))));
  }
}
