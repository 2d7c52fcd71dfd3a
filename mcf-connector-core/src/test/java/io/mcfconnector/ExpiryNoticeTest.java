// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static io.mcfconnector.RouterFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Duty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Authorizations that end soon are told of in time, and once. */
class ExpiryNoticeTest {

  private static final Instant END = START.plus(Duration.ofDays(40));

  private final RouterFixture fixture = new RouterFixture();

  @Test
  void housekeeping_authorizationRunsOut_isToldAtEachThresholdOnce() {
    fixture.channel.authorizedUntil(END);

    for (int hour = 0; hour < 42 * 24; hour++) {
      housekeep();
      fixture.clock.advance(Duration.ofHours(1));
    }

    assertThat(notices())
        .extracting(RouterEvent.TokenExpiring::daysLeft)
        .containsExactly(30, 14, 7, 1);
    assertThat(notices())
        .allSatisfy(
            notice -> {
              assertThat(notice.account()).isEqualTo("7001");
              assertThat(notice.expiresAt()).isEqualTo(END);
              assertThat(notice.at()).isEqualTo(END.minus(Duration.ofDays(notice.daysLeft())));
            });
  }

  @Test
  void housekeeping_firstLookIsLate_tellsOnceHowManyDaysAreLeft() {
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(5)).minusSeconds(1));

    housekeep();
    housekeep();

    assertThat(notices()).singleElement().returns(5, RouterEvent.TokenExpiring::daysLeft);
  }

  @Test
  void housekeeping_afterTheEnd_tellsThatNothingIsLeft() {
    fixture.channel.authorizedUntil(START.minusSeconds(1));

    housekeep();

    assertThat(notices()).singleElement().returns(0, RouterEvent.TokenExpiring::daysLeft);
  }

  @Test
  void housekeeping_restart_doesNotRepeatWhatWasTold() {
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(10)));
    housekeep();

    fixture.restart();
    housekeep();

    assertThat(notices()).hasSize(1);
  }

  @Test
  void housekeeping_endMovedBySeconds_isTheSameEnd() {
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(10)));
    housekeep();
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(10)).plusSeconds(7));
    housekeep();

    assertThat(notices()).hasSize(1);
  }

  @Test
  void housekeeping_authorizationRenewed_isToldOfAnew() {
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(10)));
    housekeep();
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(375)));
    housekeep();
    assertThat(notices()).hasSize(1);

    fixture.clock.advance(Duration.ofDays(362));
    housekeep();

    assertThat(notices()).extracting(RouterEvent.TokenExpiring::daysLeft).containsExactly(10, 13);
  }

  @Test
  void housekeeping_noEndKnown_tellsNothing() {
    housekeep();

    assertThat(notices()).isEmpty();
  }

  @Test
  void housekeeping_oneAccountCannotBeAsked_tellsOfTheOthersAndFails() {
    fixture.network.authorizedUntil(
        () -> {
          throw new StoreException("the token store is down");
        });
    fixture.channel.authorizedUntil(START.plus(Duration.ofDays(1)));

    RunReport report = housekeep();

    assertThat(notices()).hasSize(1);
    assertThat(report.failures())
        .singleElement()
        .returns(Duty.HOUSEKEEPING, RouterEvent.DutyFailed::duty);
  }

  @Test
  void housekeeping_networksAuthorization_isToldUnderItsAccount() {
    fixture.network.authorizedUntil(() -> START.plus(Duration.ofDays(30)));

    housekeep();

    assertThat(notices())
        .singleElement()
        .returns(fixture.network.account().value(), RouterEvent.TokenExpiring::account);
  }

  private RunReport housekeep() {
    return fixture.router.runDue(Duty.HOUSEKEEPING);
  }

  private List<RouterEvent.TokenExpiring> notices() {
    return fixture.events(RouterEvent.TokenExpiring.class).toList();
  }
}
