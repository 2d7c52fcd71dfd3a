// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Notice;
import io.mcfconnector.testkit.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever lies in the queue, the reader answers, and what it tells can be kept by any store. */
class NotificationFuzzTest {

  private static final NotificationReader READER =
      new NotificationReader(
          Set.of(Notifications.MARKETPLACE),
          MutableClock.at(Instant.parse("2026-09-03T02:20:00Z")));

  @Property
  void read_anyText_answers(@ForAll String body) {
    check(READER.read(body));
  }

  @Property
  void read_anyBytes_answers(@ForAll byte[] body) {
    check(READER.read(new String(body, ISO_8859_1)));
  }

  @Property
  void read_notificationCutOrChanged_answers(
      @ForAll("samples") String sample, @ForAll int place, @ForAll("pieces") String piece) {
    int at = Math.floorMod(place, sample.length());
    int to = Math.min(sample.length(), at + Math.floorMod(place >> 7, 20));
    check(READER.read(sample.substring(0, at)));
    check(READER.read(sample.substring(0, at) + piece + sample.substring(to)));
  }

  /** Values of all sorts in the place of one that the notification has. */
  @Property
  void read_notificationWithAnotherValue_answers(
      @ForAll("samples") String sample, @ForAll int place, @ForAll("pieces") String value) {
    int colon = sample.indexOf(':', Math.floorMod(place, sample.length()));
    if (colon >= 0) {
      check(
          READER.read(
              sample.substring(0, colon + 1)
                  + value
                  + sample
                      .substring(colon + 1)
                      .replaceFirst("^\\s*(\"[^\"]*\"|[^,{}\\[\\]]+)", "")));
    }
  }

  private static void check(Reading reading) {
    if (reading instanceof Reading.Told told) {
      Notice notice = told.notice();
      assertThat(notice.id()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThanOrEqualTo(200);
      assertThat(notice.at()).isBetween("2010-01-01T00:00:00Z", "2026-09-04T02:20:00Z");
      if (notice instanceof Notice.StockChanged changed) {
        assertThat(changed.msku().value()).doesNotContainPattern("\\p{Cntrl}");
      }
    }
  }

  @Provide
  static Arbitrary<String> samples() {
    return Arbitraries.of(
        Notifications.order("n-1", "TTS-1"), Notifications.stock("n-2", "MUG-RED-01"));
  }

  @Provide
  static Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            List.of(
                "null",
                "{}",
                "[]",
                "true",
                "-1",
                "1e999",
                "\"\"",
                "\" \"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "{\"a\":",
                "[[[[",
                "\"" + "x".repeat(300) + "\"",
                "\\",
                "\"",
                "\"9999999999999-01-01T00:00:00Z\"",
                "\"0000-00-00T00:00:00Z\"",
                "NaN")),
        Arbitraries.strings().ofMaxLength(30));
  }
}
