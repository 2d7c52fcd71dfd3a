// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.SimulatedSeller.CALL_TIMEOUT;
import static io.mcfconnector.amazon.SimulatedSeller.START;
import static io.mcfconnector.amazon.SimulatedSeller.item;
import static io.mcfconnector.amazon.SimulatedSeller.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.amazon.SimulatedSeller.Operation;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.http.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What faults of the network and of Amazon make of reads and writes, in both versions. */
@ParameterizedClass
@EnumSource(OutboundVersion.class)
final class SimulatedFaultsIT {

  private static final FulfillmentOrderId A = FulfillmentOrderId.of("TTS-A");
  private static final FulfillmentOrder ORDER = order("TTS-A", item("L1", "MUG", 2));
  private static final Fault SLOW = Fault.slow(CALL_TIMEOUT.plusSeconds(1));

  private final OutboundVersion version;
  private final SimulatedSeller seller;
  private final SellingPartnerSimulator amazon;
  private final AmazonFulfillmentNetwork network;

  SimulatedFaultsIT(OutboundVersion version) {
    this.version = version;
    this.seller = SimulatedSeller.startImpatient(version);
    this.amazon = seller.amazon;
    this.network = seller.network;
  }

  @AfterEach
  void close() {
    seller.close();
  }

  /** A fault of a write: what the caller hears, and whether it was done all the same. */
  private record WriteFault(String name, Fault fault, FailureKind kind, boolean done) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<WriteFault> writeFaults() {
    return List.of(
        new WriteFault("throttled", Fault.throttled(), FailureKind.THROTTLED, false),
        new WriteFault("error 500 before", Fault.errorBefore(500), FailureKind.UNAVAILABLE, false),
        new WriteFault("error 503 before", Fault.errorBefore(503), FailureKind.UNAVAILABLE, false),
        new WriteFault("error 500 after", Fault.errorAfter(500), FailureKind.UNAVAILABLE, true),
        new WriteFault("error 503 after", Fault.errorAfter(503), FailureKind.UNAVAILABLE, true),
        new WriteFault("drop before", Fault.dropBefore(), FailureKind.NO_ANSWER, false),
        new WriteFault("drop after", Fault.dropAfter(), FailureKind.NO_ANSWER, true),
        new WriteFault("slow answer", SLOW, FailureKind.NO_ANSWER, true),
        new WriteFault("cut body", Fault.cutBody(), FailureKind.UNREADABLE, true),
        new WriteFault("html", Fault.html(), FailureKind.UNREADABLE, true));
  }

  /** A fault that a read survives by itself. */
  private record PassingFault(String name, Fault fault) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<PassingFault> passingFaults() {
    return List.of(
        new PassingFault("throttled", Fault.throttled()),
        new PassingFault("error 500", Fault.errorBefore(500)),
        new PassingFault("error 503", Fault.errorAfter(503)),
        new PassingFault("drop before", Fault.dropBefore()),
        new PassingFault("drop after", Fault.dropAfter()),
        new PassingFault("slow answer", SLOW));
  }

  @ParameterizedTest
  @MethodSource("writeFaults")
  void create_faulty_isUncertainSentOnceAndSettledByReading(WriteFault write) {
    // The connection is open already, where OkHttp would like to repeat on its own.
    assertThat(network.find(A)).isEmpty();
    plan(Operation.CREATE, write.fault);

    ApiException problem = catchThrowableOfType(ApiException.class, () -> network.create(ORDER));

    assertThat(problem.kind()).isEqualTo(write.kind);
    assertThat(problem.isUncertain()).isTrue();
    assertThat(sent(Operation.CREATE)).isOne();
    assertThat(network.find(A).isPresent()).isEqualTo(write.done);
    if (write.done) {
      ApiException again = catchThrowableOfType(ApiException.class, () -> network.create(ORDER));
      assertThat(again.kind()).isEqualTo(FailureKind.ALREADY_DONE);
    } else {
      network.create(ORDER);
    }
    assertThat(amazon.orders()).hasSize(1);
    assertThat(amazon.stock("MUG")).isEqualTo(998);
  }

  @ParameterizedTest
  @MethodSource("writeFaults")
  void cancel_faulty_isUncertainSentOnceAndSettledByReading(WriteFault write) {
    network.create(ORDER);
    plan(Operation.CANCEL, write.fault);

    ApiException problem = catchThrowableOfType(ApiException.class, () -> network.cancel(A));

    assertThat(problem.kind()).isEqualTo(write.kind);
    assertThat(problem.isUncertain()).isTrue();
    assertThat(sent(Operation.CANCEL)).isOne();
    assertThat(network.find(A).orElseThrow().status())
        .isEqualTo(write.done ? FulfillmentStatus.CANCELLED : FulfillmentStatus.IN_PROGRESS);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void reads_faultThatPasses_survive(PassingFault passing) {
    network.create(ORDER);
    plan(Operation.READ, passing.fault);
    plan(Operation.LIST, passing.fault);
    amazon.faults().next("getInventorySummaries", passing.fault);

    assertThat(network.find(A)).isPresent();
    assertThat(network.findChanged(START)).hasSize(1);
    assertThat(network.fulfillableUnits(List.of(Msku.of("MUG"))))
        .isEqualTo(Map.of(Msku.of("MUG"), 998));

    assertThat(sent(Operation.READ)).isEqualTo(2);
    assertThat(sent(Operation.LIST)).isEqualTo(2);
    assertThat(amazon.exchanges("getInventorySummaries")).hasSize(2);
  }

  @Test
  void read_answerThatCannotBeRead_failsOnceAndNeverMeansThatThereIsNoOrder() {
    network.create(ORDER);
    plan(Operation.READ, Fault.html(), Fault.cutBody());

    for (int i = 0; i < 2; i++) {
      assertThat(catchThrowableOfType(ApiException.class, () -> network.find(A)).kind())
          .isEqualTo(FailureKind.UNREADABLE);
    }

    assertThat(network.find(A)).isPresent();
    assertThat(sent(Operation.READ)).isEqualTo(3);
  }

  @Test
  void read_faultThatStays_failsAfterFourAttempts() {
    amazon.faults().always(name(Operation.READ), request -> true, Fault.errorBefore(500));

    assertThat(catchThrowableOfType(ApiException.class, () -> network.find(A)).kind())
        .isEqualTo(FailureKind.UNAVAILABLE);

    assertThat(sent(Operation.READ)).isEqualTo(4);
  }

  @Test
  void everyCall_unknownFields_workAsEver() {
    for (Operation operation : Operation.values()) {
      plan(operation, Fault.unknownFields());
    }
    amazon.faults().next("getInventorySummaries", Fault.unknownFields());
    amazon.faults().next("requestAccessToken", Fault.unknownFields());

    network.create(ORDER);
    assertThat(network.find(A)).isPresent();
    assertThat(network.findChanged(START)).hasSize(1);
    network.cancel(A);

    assertThat(network.find(A).orElseThrow().status()).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(network.fulfillableUnits(List.of(Msku.of("CUP"))))
        .isEqualTo(Map.of(Msku.of("CUP"), 1000));
  }

  private void plan(Operation operation, Fault... faults) {
    amazon.faults().next(name(operation), faults);
  }

  private int sent(Operation operation) {
    return amazon.exchanges(name(operation)).size();
  }

  private String name(Operation operation) {
    return SimulatedSeller.operation(version, operation);
  }
}
