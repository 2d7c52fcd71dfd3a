// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.Repair;
import io.mcfconnector.Repair.Kind;
import io.mcfconnector.Review;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.spi.SkuMapper;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command that ends a review. Without {@code --apply} it tells what would be done, from the
 * records alone, beside a process that routes.
 */
public final class RepairCommand {

  private static final String APPLY = "--apply";

  private RepairCommand() {}

  /** Tells what a repair would do, or does it; returns 1 when nothing was or can be done. */
  public static int run(
      List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    Arguments given = Arguments.of(args, Set.of(Arguments.JSON, APPLY), Set.of(Arguments.BY));
    if (given.words().size() < 2) {
      throw new UsageException("the form is: repair ORDER KIND [VALUE...] [--apply --by NAME]");
    }
    Request request =
        new Request(
            given.order(),
            kind(given.words().get(1)),
            given.words().subList(2, given.words().size()));
    request.checkForm();
    try {
      return given.has(APPLY)
          ? apply(request, given, env, out, err)
          : preview(request, given, env, out, err);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      // The review refuses the kind or a value; its words quote no buyer.
      err.println(refused.getMessage());
      return 1;
    }
  }

  private static Kind kind(String word) {
    return constant(Kind.class, word);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "one of these is wanted: " + Arrays.toString(type.getEnumConstants())));
  }

  private static int preview(
      Request request, Arguments given, Map<String, String> env, PrintStream out, PrintStream err) {
    try (LiveDesk desk = LiveDesk.fromEnv(env)) {
      Optional<Review> review = desk.router().review(request.order());
      if (review.isEmpty()) {
        return notInReview(request, err);
      }
      Repair repair = request.on(review.get());
      out.println(
          given.has(Arguments.JSON)
              ? JsonReport.repair(request.order(), repair, null)
              : TextReport.preview(repair));
      return 0;
    }
  }

  private static int apply(
      Request request, Arguments given, Map<String, String> env, PrintStream out, PrintStream err) {
    String by = given.required(Arguments.BY, "who repairs is put on record");
    LiveConfig config = LiveConfig.fromEnv(env);
    config.store().place().requireDatabase();
    try (LiveParts parts = LiveParts.open(config, err);
        OrderRouter router = parts.router().build()) {
      Optional<Review> review = router.review(request.order());
      if (review.isEmpty()) {
        return notInReview(request, err);
      }
      Repair repair = request.on(review.get());
      int moved = repair.apply(by);
      out.println(
          given.has(Arguments.JSON)
              ? JsonReport.repair(request.order(), repair, moved)
              : TextReport.applied(repair, moved));
      return moved == 0 ? 1 : 0;
    }
  }

  private static int notInReview(Request request, PrintStream err) {
    err.println("Order " + request.order() + " does not wait for a person. 'explain' tells more.");
    return 1;
  }

  /** What is asked for. */
  private record Request(OrderId order, Kind kind, List<String> values) {

    void checkForm() {
      switch (kind) {
        case TRY_AGAIN, RELEASE, SEND_AGAIN, STOP, SKIP -> require(values.isEmpty(), "");
        case MAP_SKU ->
            require(
                values.size() == 2 || (values.size() > 2 && values.size() % 2 == 1),
                " SKU MSKU, or SKU and then MSKU and UNITS for each part");
        case CORRECT_TRACKING -> require(values.size() == 2, " OLD NEW");
        case CORRECT_ADDRESS -> require(values.size() == 1, " FILE");
        case CANCEL -> require(values.size() == 1, " REASON");
      }
    }

    private void require(boolean good, String form) {
      if (!good) {
        throw new UsageException("the form is: repair ORDER " + kind + form);
      }
    }

    Repair on(Review review) {
      return switch (kind) {
        case TRY_AGAIN, RELEASE, SEND_AGAIN, STOP, SKIP -> withoutInput(review);
        case MAP_SKU -> review.mapSku(values.get(0), components());
        case CORRECT_TRACKING -> review.correctTracking(values.get(0), values.get(1));
        case CORRECT_ADDRESS -> review.correctAddress(AddressFile.read(Path.of(values.get(0))));
        case CANCEL -> review.cancel(constant(CancelReason.class, values.get(0)));
      };
    }

    private Repair withoutInput(Review review) {
      return review.repairs().stream()
          .filter(repair -> repair.kind() == kind)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      kind + " is not offered for order " + order + ", but " + review.offers()));
    }

    private List<SkuMapper.Component> components() {
      List<SkuMapper.Component> components = new ArrayList<>();
      for (int i = 1; i < values.size(); i += 2) {
        String units = i + 1 < values.size() ? values.get(i + 1) : "1";
        if (!units.matches("[1-9][0-9]{0,2}")) {
          throw new UsageException("UNITS must be a number from 1 to 999");
        }
        components.add(new SkuMapper.Component(Msku.of(values.get(i)), Integer.parseInt(units)));
      }
      return components;
    }
  }
}
