// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.amazon.notification.CreateDestinationRequest;
import io.mcfconnector.amazon.notification.CreateSubscriptionRequest;
import io.mcfconnector.amazon.notification.DestinationResourceSpecification;
import io.mcfconnector.amazon.notification.NotificationApi;
import io.mcfconnector.amazon.notification.NotificationSetUp;
import io.mcfconnector.amazon.notification.SqsResource;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.testkit.http.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationSetUpIT {

  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:orders";

  private final List<String> sent = new ArrayList<>();
  private final SimulatedSeller seller =
      SimulatedSeller.start(OutboundVersion.V2026_07_04, it -> it.notifications(sent::add));
  private final NotificationApi api = seller.client.notifications();
  private final NotificationSetUp setUp = NotificationSetUp.of(api, ARN);

  @AfterEach
  void close() {
    seller.close();
  }

  @Test
  void apply_twice_makesEverythingOnce() {
    assertThat(setUp.missing()).hasSize(3).allMatch(line -> line.endsWith("Apply the set-up."));

    assertThat(setUp.apply()).hasSize(3);

    assertThat(setUp.missing()).isEmpty();
    assertThat(setUp.apply()).isEmpty();
    assertThat(seller.amazon.exchanges("createDestination")).hasSize(1);
    assertThat(seller.amazon.exchanges("createSubscription")).hasSize(2);
  }

  @Test
  void apply_answerLost_findsWhatWasMade() {
    seller.amazon.faults().next("createDestination", Fault.dropAfter());
    seller.amazon.faults().next("createSubscription", Fault.dropAfter());

    assertThatThrownBy(setUp::apply).isInstanceOf(ApiException.class);
    assertThatThrownBy(setUp::apply).isInstanceOf(ApiException.class);
    setUp.apply();

    assertThat(setUp.missing()).isEmpty();
    assertThat(api.getDestinations()).hasSize(1);
  }

  @Test
  void apply_typeGoesElsewhere_leavesItAndSaysSo() {
    String other =
        api.createDestination(
                new CreateDestinationRequest(
                    new DestinationResourceSpecification(new SqsResource(ARN + "2"), null),
                    "other"))
            .destinationId();
    api.createSubscription("FULFILLMENT_ORDER_STATUS", new CreateSubscriptionRequest("1.0", other));

    assertThatThrownBy(setUp::apply)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("FULFILLMENT_ORDER_STATUS goes to destination " + other);

    assertThat(setUp.missing()).singleElement().asString().contains("deleteSubscriptionById");
    assertThat(api.getSubscription("FULFILLMENT_ORDER_STATUS", null).destinationId())
        .isEqualTo(other);
  }

  @Test
  void of_fifoOrNoArn_isRefused() {
    assertThatThrownBy(() -> NotificationSetUp.of(api, ARN + ".fifo"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("FIFO");
    assertThatThrownBy(() -> NotificationSetUp.of(api, "https://sqs/orders"))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> NotificationSetUp.queuePolicy("\"}"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void queuePolicy_allowsAmazonAndNoOther() {
    assertThat(NotificationSetUp.queuePolicy(ARN))
        .contains("437568002678", "sqs:SendMessage", "sqs:GetQueueAttributes", ARN)
        .doesNotContain("*");
  }

  @Test
  void simulator_sendsWhatIsSubscribedTo() {
    seller.amazon.stock("MUG", 7);
    assertThat(sent).isEmpty();

    setUp.apply();
    seller.amazon.stock("MUG", 8);
    seller.amazon.stock("MUG-RED-01", 9);
    seller.amazon.stock("TRAY-02", 9);
    seller.network.create(Samples.order());

    assertThat(sent.get(0)).contains("FBA_INVENTORY_AVAILABILITY_CHANGES", "\"Fulfillable\":8");
    assertThat(sent).anyMatch(text -> text.contains(Samples.ID.value()));
  }
}
