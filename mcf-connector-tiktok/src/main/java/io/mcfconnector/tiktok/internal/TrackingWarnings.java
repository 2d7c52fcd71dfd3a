// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.model.TrackingWarning;
import io.mcfconnector.model.TrackingWarning.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What TikTok's warnings beside a taken number mean. TikTok describes five kinds and publishes the
 * wording of one ("match more than one provider"), so they are told by words that such a text can
 * hardly be without.
 */
public final class TrackingWarnings {

  /** TikTok names providers in short; the rest of a longer text says nothing. */
  private static final int MAX_LENGTH = 300;

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

  private static final String PROVIDER = "(provider|carrier)s?";
  private static final String NOT_FOUND =
      "(\\bno\\b|\\bnot\\b|cannot|can't|couldn't|could not|unable|unknown|fail|without|\\bnone\\b)";

  private record Meaning(Kind kind, Pattern words) {
    static Meaning of(Kind kind, String words) {
      return new Meaning(kind, Pattern.compile(words));
    }

    boolean isOf(String text) {
      return words.matcher(text).find();
    }
  }

  /** In the order in which they are looked at. */
  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of(Kind.NOT_VERIFIED, "time[ds]?[ -]?out"),
          Meaning.of(Kind.SEVERAL_PROVIDERS, "(more than one|several|multiple|many) .*" + PROVIDER),
          Meaning.of(
              Kind.OTHER_PROVIDER,
              "(another|other|different|wrong) .*"
                  + PROVIDER
                  + "|(looks? like|seems?|appears?|belongs? to|inferred|likely|mismatch|did you mean)"
                  + "|not match the .*"
                  + PROVIDER),
          Meaning.of(
              Kind.SERVICE_NOT_FOUND,
              NOT_FOUND
                  + ".*\\bservices?\\b(?! provider)|\\bservices?\\b(?! provider).*"
                  + NOT_FOUND),
          Meaning.of(
              Kind.PROVIDER_NOT_FOUND,
              NOT_FOUND + ".*" + PROVIDER + "|" + PROVIDER + ".*" + NOT_FOUND));

  private TrackingWarnings() {}

  /** Returns the meaning of a warning; its text is made fit for records and logs. */
  public static TrackingWarning of(@Nullable String text) {
    String clean = clean(text == null ? "" : text);
    String words = clean.toLowerCase(Locale.ROOT);
    Kind kind =
        MEANINGS.stream()
            .filter(meaning -> meaning.isOf(words))
            .map(Meaning::kind)
            .findFirst()
            .orElse(Kind.UNKNOWN);
    return new TrackingWarning(kind, clean);
  }

  private static String clean(String text) {
    String start = text.substring(0, Math.min(text.length(), 4 * MAX_LENGTH));
    String line = INVISIBLE.matcher(start).replaceAll(" ").strip();
    int end = Math.min(line.length(), MAX_LENGTH);
    boolean halved =
        end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, halved ? end - 1 : end);
  }
}
