// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Finding.Verdict;
import io.mcfconnector.model.Party;
import io.mcfconnector.spi.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Pattern ROW = Pattern.compile("^\\| `([A-Z]+_?[A-Z_]*)` \\| .* \\| .* \\|$");

  private final RouterFixture world = new RouterFixture();

  private Finding only(Check check) {
    List<Finding> found = world.router.doctor().of(check);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void doctor_partsThatTellNothing_checksWhatCoreCan() {
    world.channel.put(world.order("1", "A").build());

    CheckUp checkUp = world.router.doctor();

    assertThat(checkUp.at()).isEqualTo(RouterFixture.START);
    assertThat(checkUp.of(Check.STORE)).extracting(Finding::verdict).containsExactly(Verdict.OK);
    assertThat(checkUp.of(Check.CHANNEL_SHIPPING))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
    assertThat(checkUp.findings())
        .isSortedAccordingTo((one, other) -> one.check().compareTo(other.check()));
  }

  @Test
  void doctor_storeFails_isProblemAndHidesNothing() {
    world.faults.fail("store.watermark", new IllegalStateException("secret detail"));
    world.channel.put(world.order("1", "A").build());

    Finding store = only(Check.STORE);

    assertThat(store.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(store.found()).doesNotContain("secret detail");
  }

  @Test
  void doctor_channelShipsSome_warns() {
    world.channel.put(world.order("1", "A").build());
    world.channel.put(world.order("2", "A").shippedBy(Party.CHANNEL).build());

    Finding shipping = only(Check.CHANNEL_SHIPPING);

    assertThat(shipping.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(shipping.found()).contains("1 of 2");
  }

  @Test
  void doctor_noOrders_saysThatNothingTells() {
    assertThat(only(Check.CHANNEL_SHIPPING).verdict()).isEqualTo(Verdict.NOT_CHECKED);
  }

  @Test
  void findings_callFails_isClassedByItsKind() {
    Findings findings = new Findings("shop");
    findings.look(Check.CHANNEL_SELLER, Set.of(), () -> fail(FailureKind.UNAVAILABLE));
    findings.look(Check.CHANNEL_SHOP, Set.of(), () -> fail(FailureKind.REFUSED));
    findings.look(Check.CHANNEL_GUARD, Set.of(), () -> fail(FailureKind.AUTHORIZATION_LOST));
    findings.look(
        Check.CHANNEL_CARRIERS, Set.of(Check.CHANNEL_SHOP), () -> fail(FailureKind.REFUSED));

    assertThat(findings.all())
        .extracting(Finding::verdict)
        .containsExactly(
            Verdict.NOT_CHECKED, Verdict.PROBLEM, Verdict.NOT_CHECKED, Verdict.NOT_CHECKED);
    assertThat(findings.all().get(3).remedy()).contains("CHANNEL_SHOP");
    assertThat(findings.isProblem(Check.CHANNEL_SHOP)).isTrue();
    assertThat(findings.about()).isEqualTo("shop");
  }

  private static void fail(FailureKind kind) {
    throw ApiException.builder("read", kind).build();
  }

  @Test
  void goLivePage_everyCheck_hasItsRowInOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "go-live.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::find)
            .map(row -> row.group(1))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Check.values()).map(Check::name).toList());
  }

  @Test
  void finding_withoutRemedy_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finding.problem(Check.STORE, "", "It is broken.", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Finding.ok(Check.STORE, "", " "));
  }
}
