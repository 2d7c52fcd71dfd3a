// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Whatever a platform answers, the caller gets a value or an {@link ApiException}. */
class AnswerFuzzTest {

  private static final Function<Answer, Page> PAGE = Json.decoder(Page.class);

  @Property
  void decode_anyBytes_givesAValueOrATypedError(@ForAll byte[] body) {
    decodes(body);
  }

  @Property
  void decode_cutAnywhere_givesAValueOrATypedError(
      @ForAll("documents") String document, @ForAll int at) {
    byte[] whole = document.getBytes(UTF_8);
    byte[] cut = new byte[Math.floorMod(at, whole.length)];
    System.arraycopy(whole, 0, cut, 0, cut.length);

    decodes(cut);
  }

  @Property
  void decode_anyDocument_givesAValueOrATypedError(@ForAll("documents") String document) {
    decodes(document.getBytes(UTF_8));
  }

  @Property
  void decode_deepNesting_isATypedError(@ForAll("depths") int depth) {
    assertThat(decodes("{\"rows\":".repeat(depth).getBytes(UTF_8))).isFalse();
    assertThat(decodes("[".repeat(depth).getBytes(UTF_8))).isFalse();
  }

  @Property
  void retryAfter_anyHeader_isAbsentOrNotNegative(@ForAll("headers") String text) {
    Optional<Duration> wait =
        new Answer("read", 429, Headers.of("Retry-After", text), new byte[0]).retryAfter();

    assertThat(wait.map(Duration::isNegative).orElse(false)).isFalse();
  }

  @Provide
  Arbitrary<Integer> depths() {
    return Arbitraries.integers().between(1, 100_000);
  }

  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> numbers = Arbitraries.longs().map(String::valueOf);
    Arbitrary<String> texts =
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40).map(String::strip);
    return Arbitraries.oneOf(numbers, texts, Arbitraries.of("1e9", "0.5", "-0", "+3", "NaN"));
  }

  /** Documents near the one that is wanted, with the scalars that other platforms write. */
  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> scalar =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null",
                "true",
                "\"true\"",
                "\"\"",
                "1.5",
                "1e999",
                "-0",
                "99999999999999999999",
                "{}",
                "[]",
                "[null]",
                "\"\\ud800\"",
                "NaN",
                "\u0000"),
            Arbitraries.longs().map(String::valueOf),
            Arbitraries.strings().ofMaxLength(8).map(text -> '"' + text + '"'));
    Arbitrary<String> row =
        Combinators.combine(scalar, scalar, scalar).as((id, count, flag) -> row(id, count, flag));
    return Combinators.combine(row.list().ofMaxSize(4), scalar, scalar)
        .as((rows, token, twice) -> page(rows, token, twice));
  }

  private static String row(String id, String count, String flag) {
    return "{\"id\":" + id + ",\"count\":" + count + ",\"flag\":" + flag + "}";
  }

  private static String page(List<String> rows, String token, String twice) {
    return "{\"rows\":["
        + String.join(",", rows)
        + "],\"token\":"
        + token
        + ",\"unknown\":"
        + twice
        + ",\"token\":"
        + twice
        + "}";
  }

  private static boolean decodes(byte[] body) {
    try {
      assertThat(PAGE.apply(new Answer("read", 200, Headers.of(), body))).isNotNull();
      return true;
    } catch (ApiException problem) {
      assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
      // A message that quotes the body could quote a buyer.
      assertThat(problem.getMessage()).doesNotContain(longTextOf(body));
      return false;
    }
  }

  private static String longTextOf(byte[] body) {
    return body.length < 40 ? "\u0000never\u0000" : new String(body, ISO_8859_1);
  }

  /** A page of anything. */
  public record Page(@Nullable List<Row> rows, @Nullable String token) {}

  /** One of each scalar. */
  public record Row(@Nullable String id, @Nullable Integer count, @Nullable Boolean flag) {}
}
