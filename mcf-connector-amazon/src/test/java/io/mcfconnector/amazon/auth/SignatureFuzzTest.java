// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.amazon.SigV4;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The signer against a second implementation, and that one against the cases of the test suite that
 * AWS published. The suite signs for a service of its own and without the hash of the body, which
 * our signer always sends along, so its signatures can only be compared in this way.
 */
class SignatureFuzzTest {

  private static final String ACCESS_KEY = "AKIDEXAMPLE";
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String REGION = "us-east-1";
  private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final String UNRESERVED =
      "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final AwsSigner SIGNER =
      new AwsSigner(
          new AwsCredentials(ACCESS_KEY, SECRET_KEY), REGION, Clock.fixed(TIME, ZoneOffset.UTC));

  private record Case(
      String name,
      String method,
      String path,
      String query,
      Map<String, String> headers,
      String body,
      String signature) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> suite() {
    return Stream.of(
        get(
            "get-vanilla",
            "/",
            "",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        get(
            "get-vanilla-query-order-key-case",
            "/",
            "Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        get(
            "get-vanilla-query-unreserved",
            "/",
            UNRESERVED + "=" + UNRESERVED,
            "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
        get(
            "get-vanilla-empty-query-key",
            "/",
            "Param1=value1",
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
        get(
            "get-vanilla-utf8-query",
            "/",
            "\u1234=bar",
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
        get(
            "get-unreserved",
            "/" + UNRESERVED,
            "",
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        get(
            "get-utf8",
            "/\u1234",
            "",
            "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        get(
            "get-space",
            "/example space/",
            "",
            "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        new Case(
            "get-header-value-trim",
            "GET",
            "/",
            "",
            Map.of("My-Header1", " value1", "My-Header2", " \"a   b   c\""),
            "",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        post(
            "post-vanilla",
            "",
            Map.of(),
            "",
            "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        post(
            "post-vanilla-query",
            "Param1=value1",
            Map.of(),
            "",
            "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
        post(
            "post-header-key-case",
            "",
            Map.of("My-Header1", "value1"),
            "",
            "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
        post(
            "post-x-www-form-urlencoded",
            "",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "Param1=value1",
            "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"));
  }

  @ParameterizedTest
  @MethodSource("suite")
  void secondImplementation_publishedCase_hasThePublishedSignature(Case published) {
    Map<String, String> headers = new LinkedHashMap<>(published.headers);
    headers.put("Host", "example.amazonaws.com");
    headers.put("X-Amz-Date", "20150830T123600Z");
    String names =
        String.join(
            ";",
            headers.keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .toList());

    assertThat(
            new SigV4(published.method, published.path, published.query, headers, published.body)
                .signature(SECRET_KEY, REGION, "service", names))
        .isEqualTo(published.signature);
  }

  @ParameterizedTest
  @MethodSource("suite")
  void signer_publishedCase_agreesWithTheSecondImplementation(Case published) {
    HttpUrl url =
        HttpUrl.get("https://example.amazonaws.com")
            .newBuilder()
            .encodedPath("/")
            .addPathSegments(published.path.substring(1))
            .query(published.query.isEmpty() ? null : published.query)
            .build();

    assertAgreement(published.method, url, published.headers, published.body);
  }

  @Property
  void signer_anyQueryInAnyOrder_agreesWithTheSecondImplementation(
      @ForAll("texts") List<String> segments,
      @ForAll("texts") List<String> query,
      @ForAll("bodies") String body,
      @ForAll long order) {
    HttpUrl.Builder url = HttpUrl.get("https://example.amazonaws.com").newBuilder();
    // OkHttp resolves relative segments; the typed APIs refuse them.
    segments.stream().filter(s -> !s.matches("\\.{1,2}")).forEach(url::addPathSegment);
    List<String> shuffled = new ArrayList<>(query);
    Collections.shuffle(shuffled, new Random(order));
    for (int i = 0; i < shuffled.size(); i++) {
      url.addQueryParameter("p" + i % 3 + shuffled.get(i), shuffled.get(shuffled.size() - 1 - i));
    }

    assertAgreement("POST", url.build(), Map.of("Content-Type", "application/json"), body);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(12),
            Arbitraries.strings().withCharRange('\u00a1', '\u2fff').ofMinLength(1).ofMaxLength(4),
            Arbitraries.of("a+b", "100%", "a/b", "=", "&", "x=y&z", "page+2/==", "A&B +\"\u00e9"));
    return text.list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.strings().withCharRange(' ', '\u2fff').ofMaxLength(50);
  }

  private static void assertAgreement(
      String method, HttpUrl url, Map<String, String> headers, String body) {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    sent.putAll(SIGNER.sign(method, url.uri(), headers, body.getBytes(UTF_8)));
    String query = url.uri().getRawQuery();
    SigV4 second =
        new SigV4(method, url.uri().getRawPath(), query == null ? "" : query, sent, body);

    assertThat(sent.get("Authorization"))
        .isEqualTo(second.authorization(ACCESS_KEY, SECRET_KEY, REGION, "execute-api"));
  }

  private static Case get(String name, String path, String query, String signature) {
    return new Case(name, "GET", path, query, Map.of(), "", signature);
  }

  private static Case post(
      String name, String query, Map<String, String> headers, String body, String signature) {
    return new Case(name, "POST", "/", query, headers, body, signature);
  }
}
