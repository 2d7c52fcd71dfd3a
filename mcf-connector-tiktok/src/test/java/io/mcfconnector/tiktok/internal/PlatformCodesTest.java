// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.transport.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of TikTok's codes against the list of documented codes, and the docs against it. */
class PlatformCodesTest {

  private static final String BEGIN =
      "<!-- The table of TikTok's codes begins; a test checks it. -->";
  private static final String END = "<!-- The table of TikTok's codes ends. -->";

  @ParameterizedTest
  @CsvFileSource(resources = "/tiktok/codes.csv", numLinesToSkip = 1)
  void failure_documentedCode_isOfItsKind(int code, FailureKind kind, @Nullable ReviewCode review) {
    ApiException problem = failure(code, "Some words");

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.platformCode()).hasValue(Integer.toString(code));
    assertThat(problem).hasMessageContaining("TikTok Shop documentation: ");
    assertThat(problem.reviewCode()).isEqualTo(Optional.ofNullable(review));
  }

  @Test
  void table_holdsTheDocumentedCodesAndNoOther() {
    TreeSet<String> listed =
        TestFiles.fixture("codes.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1)[0])
            .collect(Collectors.toCollection(TreeSet::new));

    TreeSet<String> classed =
        PlatformCodes.rows().stream()
            .flatMap(row -> row.codes().stream())
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(classed).isEqualTo(listed);
  }

  @Test
  void table_hasNoCodeTwiceExceptTheOneWithManyMeanings() {
    List<Integer> codes =
        PlatformCodes.rows().stream()
            .flatMap(row -> row.codes().stream())
            .filter(code -> code != 36009004)
            .toList();

    assertThat(codes).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "Invalid timestamp. More than 5 minutes old., CALLER_FAULT, clock",
    "Invalid credentials. x-tts-access-token is malformed., AUTHORIZATION_LOST, authorize",
    "Unexpected identifier. shop_cipher is not used here., CALLER_FAULT, parameter",
    "Missing credentials. sign is needed., CALLER_FAULT, parameter",
    "param body.address is missing, CALLER_FAULT, parameter",
    "shop_id is invalid, CALLER_FAULT, parameter",
    "'', CALLER_FAULT, parameter"
  })
  void failure_codeWithManyMeanings_isToldByTheFirstWords(
      String message, FailureKind kind, String advice) {
    ApiException problem = failure(36009004, message);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem).hasMessageContaining(advice);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11007016, 99999999, Integer.MAX_VALUE})
  void failure_codeNobodyKnows_isRefusedAndSaysSo(int code) {
    assertThat(failure(code, "Some words"))
        .returns(FailureKind.REFUSED, ApiException::kind)
        .hasMessageContaining("a code this version does not know");
  }

  @Test
  void docs_holdExactlyThisTable() throws IOException {
    String docs = Files.readString(docs());

    assertThat(docs).contains(BEGIN, END);
    assertThat(docs.substring(docs.indexOf(BEGIN) + BEGIN.length(), docs.indexOf(END)).strip())
        .isEqualTo(table());
  }

  private static ApiException failure(int code, String message) {
    return PlatformCodes.failure(Answers.of("read", 200, "{}"), Integer.toString(code), message);
  }

  private static String table() {
    return "| code | kind | meaning and what to do | TikTok's page |\n|---|---|---|---|\n"
        + PlatformCodes.rows().stream()
            .map(PlatformCodesTest::line)
            .collect(Collectors.joining("\n"));
  }

  private static String line(CodeRow row) {
    String codes = row.codes().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String start = row.messageStart().isEmpty() ? "" : " with \"" + row.messageStart() + "…\"";
    String review = row.review() == null ? "" : " (" + row.review() + ")";
    return "| %s%s | `%s`%s | %s | %s |"
        .formatted(codes, start, row.kind(), review, row.advice(), row.source());
  }

  private static Path docs() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("docs/errors.md"))) {
        return at.resolve("docs/errors.md");
      }
    }
    throw new IllegalStateException("no docs/errors.md above the module");
  }
}
