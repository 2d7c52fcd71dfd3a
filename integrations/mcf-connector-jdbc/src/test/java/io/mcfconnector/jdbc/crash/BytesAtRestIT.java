// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.OrderId;
import io.mcfconnector.testkit.http.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a router that is killed before a create leaves on disk, against all that it was told. */
class BytesAtRestIT extends EmbeddedWorldTest {

  private static final Pattern BUYER_DATA =
      Pattern.compile(
          "\"(?:name|phone_number|full_address|address_line1|buyer_email)\":\"([^\"]{6,})\"");

  @Test
  void files_ofARouterKilledBeforeACreate_showNoBuyerAndNoToken() throws IOException {
    String order = world.buyers().add(Kind.PLAIN);
    killWithExpiredTokenAt("save.PLACING/after");

    String left = filesOfTheDatabase();

    assertThat(left).contains(order);
    Set<String> buyer = buyerData();
    assertThat(buyer).hasSizeGreaterThanOrEqualTo(5).anyMatch(text -> text.contains("@"));
    assertThat(buyer).allSatisfy(text -> assertThat(left).doesNotContain(text));
    Set<String> tokens = tokens();
    assertThat(tokens).hasSizeGreaterThanOrEqualTo(3);
    assertThat(tokens).allSatisfy(token -> assertThat(left).doesNotContain(token));
    assertThat(
            world.<Boolean>open(
                database -> database.orderStore().destination(OrderId.of(order)).isPresent()))
        .as("the address is there for who has the key")
        .isTrue();
  }

  private String filesOfTheDatabase() throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (String.valueOf(file.getFileName()).startsWith("router.db")) {
          bytes.append(new String(Files.readAllBytes(file), ISO_8859_1));
        }
      }
    }
    return bytes.toString();
  }

  private Set<String> buyerData() {
    return world.tiktok().exchanges().stream()
        .filter(exchange -> exchange.operation().endsWith("Orders"))
        .map(Exchange::reply)
        .filter(Objects::nonNull)
        .flatMap(reply -> BUYER_DATA.matcher(reply.body()).results())
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> tokens() {
    Set<String> tokens =
        new TreeSet<>(
            List.of(
                world.tiktok().accessToken(),
                world.tiktok().refreshToken(),
                world.amazon().refreshToken()));
    world.amazon().exchanges().stream()
        .map(exchange -> exchange.request().header("x-amz-access-token"))
        .filter(Objects::nonNull)
        .forEach(tokens::add);
    return tokens;
  }
}
