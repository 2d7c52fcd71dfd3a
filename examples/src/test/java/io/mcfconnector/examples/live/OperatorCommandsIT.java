// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.examples.Main;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types, in this process, against both simulators and a SQLite file. */
class OperatorCommandsIT {

  static final String ADDRESS =
      """
      {"name": "Wilhelmina Canaryfeather", "line1": "4711 Snorkelberry Lane", "city": "Austin",
       "stateOrRegion": "TX", "postalCode": "78701", "countryCode": "US", "phone": "5125550143"}
      """;

  @TempDir private Path folder;
  private LiveWorld world;
  private Map<String, String> env;

  @BeforeEach
  void startWorld() {
    world = LiveWorld.in(folder);
    env = world.environment();
    env.put("MCF_STORE_URL", "jdbc:sqlite:" + folder.resolve("mcf.db"));
  }

  @AfterEach
  void stopWorld() {
    world.close();
  }

  @Test
  void doctor_beforeTheFirstStart_findsNoProblem() {
    assertThat(run(0, "doctor")).contains("OK STORE", "OK NETWORK_CREDENTIALS");
    assertThat(run(0, "doctor", "--json")).contains("\"good\": true", "\"check\": \"STORE\"");
  }

  @Test
  void doctor_wrongSecret_isAProblem() {
    env.put("AMAZON_CLIENT_SECRET", "wrong-secret-canary");

    assertThat(run(1, "doctor"))
        .contains("PROBLEM NETWORK_CREDENTIALS")
        .doesNotContain("wrong-secret-canary");
  }

  @Test
  void shadow_newOrder_saysWhatWouldBePlacedAndPlacesNothing() {
    SimulatedOrder order = world.order(1).get(0);

    assertThat(run(0, "shadow")).contains("PLACE " + order.id());
    assertThat(run(0, "shadow", "--json")).contains("\"outcome\": \"PLACE\"");

    assertThat(world.amazon().orders()).isEmpty();
  }

  @Test
  void shadow_orderThatAnotherToolSent_isNotToBePlaced() {
    String id = world.order(1).get(0).id();
    world
        .amazon()
        .plant(
            "other-tool-17",
            id,
            Map.of("FBA-BOARD-L", 1, "FBA-MUG-WHITE", 2),
            Duration.ofHours(1),
            OrderScript.normal());

    assertThat(run(0, "shadow")).contains("AT_NETWORK " + id).doesNotContain("PLACE " + id);
  }

  @Test
  void reconcile_storeLost_isUnexplainedUntilItIsBack() throws IOException {
    world.order(1);
    run(0, "live", "--once");
    assertThat(run(0, "reconcile")).contains("0 differences unexplained");

    Path kept = folder.resolve("kept.db");
    Files.move(folder.resolve("mcf.db"), kept);
    assertThat(run(1, "reconcile")).contains("unexplained  NETWORK_ONLY");
    assertThat(run(1, "reconcile", "--json")).contains("\"clean\":false");

    Files.move(kept, folder.resolve("mcf.db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(
            run(0, "reconcile", "--from", "2020-01-01T00:00:00Z", "--to", "2020-01-02T00:00:00Z"))
        .contains("0 orders at the channel");
  }

  @Test
  void repair_address_isPreviewedThenAppliedAndRouted() throws IOException {
    String id = maskedOrderInReview();
    String file = addressFile();

    assertThat(run(0, "reviews")).contains(id, "ADDRESS_MASKED", "CORRECT_ADDRESS");
    assertThat(run(0, "repair", id, "CORRECT_ADDRESS", file)).contains("Nothing is changed");
    assertThat(run(0, "reviews")).contains(id);
    assertThat(run(0, "repair", id, "CORRECT_ADDRESS", file, "--apply", "--by", "pat"))
        .contains("1 order goes on")
        .doesNotContain("Snorkelberry");
    assertThat(run(0, "reviews")).contains("0 orders wait");
    run(0, "live", "--once");

    assertThat(world.amazon().orders()).hasSize(1);
  }

  @Test
  void explain_buyer_isShownOnlyWhenAskedForAndPutOnRecord() throws IOException {
    String id = maskedOrderInReview();
    assertThat(run(0, "explain", id, "--show-buyer", "--by", "sam"))
        .contains("No destination is kept");
    run(0, "repair", id, "CORRECT_ADDRESS", addressFile(), "--apply", "--by", "pat");

    assertThat(run(2, "explain", id, "--show-buyer")).contains("--by");
    assertThat(run(0, "explain", id)).doesNotContain("Snorkelberry", "SHOW_DESTINATION");
    assertThat(run(0, "explain", id, "--show-buyer", "--by", "sam"))
        .contains("4711 Snorkelberry Lane", "SHOW_DESTINATION", "sam");
    assertThat(run(0, "explain", id, "--show-buyer", "--by", "sam", "--json"))
        .contains("\"line1\": \"4711 Snorkelberry Lane\"");

    String story = run(0, "explain", id);
    assertThat(story).doesNotContain("Snorkelberry");
    assertThat(story.split("SHOW_DESTINATION", -1)).hasSize(3);
  }

  @Test
  void repair_unmappedSku_writesTheMappingFile() throws IOException {
    Path mapping = Path.of(env.get("SKU_MAPPING_FILE"));
    SimulatedOrder order = world.order(1).get(0);
    Files.writeString(mapping, Files.readString(mapping).replaceAll("(?m)^HL-MUG-WHT.*\n", ""));
    run(0, "live", "--once");
    assertThat(run(0, "reviews")).contains(order.id(), "UNMAPPED_SKU", "MAP_SKU");

    run(0, "repair", order.id(), "MAP_SKU", "HL-MUG-WHT", "FBA-MUG-WHITE");
    assertThat(mapping).content().doesNotContain("HL-MUG-WHT");
    run(
        0,
        "repair",
        order.id(),
        "MAP_SKU",
        "HL-MUG-WHT",
        "FBA-MUG-WHITE",
        "--apply",
        "--by",
        "pat");

    assertThat(mapping).content().contains("HL-MUG-WHT,FBA-MUG-WHITE,1");
    run(0, "live", "--once");
    assertThat(world.amazon().orders()).hasSize(1);
  }

  @Test
  void repair_whatTheReviewDoesNotOffer_changesNothing() {
    String id = maskedOrderInReview();

    assertThat(run(1, "repair", id, "SEND_AGAIN")).contains("not offered", "TRY_AGAIN");
    assertThat(run(1, "repair", id, "MAP_SKU", "A", "B", "--apply", "--by", "pat"))
        .contains("not offered");
    assertThat(run(2, "repair", id, "SKIP", "--apply")).contains("--by");
    assertThat(run(1, "repair", "578299999999999999", "SKIP")).contains("does not wait");
    assertThat(run(0, "reviews")).contains(id);
  }

  @Test
  void commands_besideAProcessThatRoutes_lookButDoNotWrite() {
    String id = maskedOrderInReview();
    try (LiveStore routing =
        LiveStore.open(StoreSettings.fromEnv(env), new PrintStream(out(), true, UTF_8))) {
      assertThat(run(0, "status")).contains(id);
      assertThat(run(0, "repair", id, "SKIP")).contains("Nothing is changed");
      assertThat(run(0, "doctor")).contains("NOT_CHECKED STORE");
      assertThat(run(0, "shadow")).contains("REVIEW " + id);
      assertThat(run(0, "reconcile")).contains("0 differences unexplained");

      assertThat(run(1, "repair", id, "SKIP", "--apply", "--by", "pat")).contains("in use by");
      assertThat(run(1, "explain", id, "--show-buyer", "--by", "pat")).contains("in use by");
      assertThat(routing.orders().find(OrderId.of(id)).orElseThrow().review()).isNotNull();
    }
  }

  @Test
  void shadow_borrowedTokenIsRefused_renewsNothing() {
    maskedOrderInReview();
    int renewed = world.tiktok().exchanges("refreshToken").size();
    world.tiktok().expireAccessToken();
    try (LiveStore routing =
        LiveStore.open(StoreSettings.fromEnv(env), new PrintStream(out(), true, UTF_8))) {
      assertThat(run(1, "shadow")).contains("only 'live' may renew it");

      assertThat(world.tiktok().exchanges("refreshToken")).hasSize(renewed);
      assertThat(routing.ordersOf(ShopId.of(world.tiktok().shopId()))).hasSize(1);
    }
  }

  @Test
  void status_afterARun_tellsHealthAndBacklog() {
    SimulatedOrder order = world.order(1).get(0);
    run(0, "live", "--once");

    assertThat(run(0, "status"))
        .contains("Health at", ": UP", "Backlog at", order.id(), "TTS-" + order.id(), "1 order");
    assertThat(run(0, "status", "--json")).contains("\"verdict\": \"UP\"", "\"toShip\"");
    env.keySet().removeIf(name -> name.startsWith("AMAZON_"));
    assertThat(run(0, "status")).contains("Health: unknown", order.id());
  }

  @Test
  void commands_wrongCall_sayTheForm() {
    assertThat(run(2, "repair", "578200000000000001")).contains("repair ORDER KIND");
    assertThat(run(2, "repair", "578200000000000001", "DANCE")).contains("TRY_AGAIN");
    assertThat(run(2, "repair", "578200000000000001", "CORRECT_TRACKING", "1")).contains("OLD NEW");
    assertThat(run(2, "reconcile", "--from", "yesterday")).contains("2026-09-01T00:00:00Z");
    assertThat(run(2, "reconcile", "--from")).contains("needs a value");
    assertThat(run(2, "explain", " ")).contains("ORDER");
    assertThat(run(2, "doctor", "--deep")).contains("--deep");
  }

  private String maskedOrderInReview() {
    SimulatedOrder masked = SampleOrders.seeded(5).maskedAddress();
    world.tiktok().add(masked);
    run(0, "live", "--once");
    return masked.id();
  }

  private String addressFile() throws IOException {
    return Files.writeString(folder.resolve("address.json"), ADDRESS).toString();
  }

  /** Returns what the command printed. */
  private String run(int exitCode, String... args) {
    ByteArrayOutputStream out = out();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    int code = Main.run(List.of(args), env, stream, stream);
    assertThat(code).as(out.toString(UTF_8)).isEqualTo(exitCode);
    return out.toString(UTF_8);
  }

  private static ByteArrayOutputStream out() {
    return new ByteArrayOutputStream();
  }
}
