// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.amazon.auth.AwsSigner;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.validation.AddressNormalizer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Code without a call: signing, normalizing an address, planning what to ship. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodeBenchmark {

  private static final byte[] BODY = "{\"orderId\":\"TTS-1\"}".repeat(30).getBytes(UTF_8);
  private static final URI CREATE =
      URI.create("https://sellingpartnerapi-na.amazon.com/fulfillment/outbound/2026-07-04/orders");
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/json", "Host", "sellingpartnerapi-na.amazon.com");

  private final AwsSigner signer =
      new AwsSigner(
          new AwsCredentials("AKIAEXAMPLE", "example-secret"), "us-east-1", Clock.systemUTC());
  private final SecretKeySpec key = new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256");
  private final AddressNormalizer normalizer = new AddressNormalizer();
  private final Address address =
      Address.builder()
          .name("Ottoline Pepperwood")
          .line1("16 Thimble Street")
          .line2("Apt 4")
          .city("Portland")
          .stateOrRegion("Oregon")
          .postalCode("97205")
          .countryCode("US")
          .phone("(+1)5035550133")
          .build();
  private final OrderTransformer transformer =
      new OrderTransformer(
          (SkuMapper)
              (shop, sku) ->
                  Optional.of(List.of(new SkuMapper.Component(Msku.of("FBA-BOARD-L"), 1))));
  private final Order order =
      Order.builder(OrderId.of("578300000000000000"), ShopId.of("7496100000000000777"))
          .lineItems(Stream.of("1", "2", "3").map(CodeBenchmark::unit).toList())
          .build();

  private static LineItem unit(String id) {
    return new LineItem(
        LineItemId.of("57830000000000000000" + id),
        new ChannelSku(ChannelSkuId.of("1731100000000000011"), SellerSku.of("HL-BCB-L")),
        List.of(),
        LineItem.Status.OPEN,
        null);
  }

  /** The floor of SigV4: its five HMACs, over the body. */
  @Benchmark
  public Object hmacs() throws GeneralSecurityException {
    byte[] last = BODY;
    for (int i = 0; i < 5; i++) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      last = mac.doFinal(last);
    }
    return last;
  }

  /** SigV4 of a create call. */
  @Benchmark
  public Object sign() {
    return signer.sign("POST", CREATE, HEADERS, BODY);
  }

  /** An address as Amazon takes it. */
  @Benchmark
  public Object normalize() {
    return normalizer.normalize(address);
  }

  /** What to ship for an order of three units. */
  @Benchmark
  public Object plan() {
    return transformer.plan(order);
  }
}
