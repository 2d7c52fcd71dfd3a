// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static io.mcfconnector.testkit.contract.Records.NOW;
import static io.mcfconnector.testkit.contract.Records.OTHER_SHOP;
import static io.mcfconnector.testkit.contract.Records.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses about what platforms tell of by themselves. */
abstract class NoticeClauses extends DestinationClauses {

  private static final String INBOX = "intake/TTS/1";
  private static final int MOST = 100;

  NoticeClauses() {}

  private static Notice notice(String id) {
    return new Notice.OrderChanged(id, SHOP, OrderId.of("order-" + id), NOW.plusNanos(1_234_567));
  }

  private boolean post(String inbox, Notice notice, Instant now) {
    return store.postNotice(inbox, notice, now, MOST);
  }

  @Test
  final void clause15_postOfNewNotice_keepsIt() {
    List<Notice> every =
        List.of(
            notice("1"),
            new Notice.FulfillmentOrderChanged("2", FulfillmentOrderId.of("TTS-1"), NOW),
            new Notice.StockChanged("3", Msku.of("M-1"), NOW));

    assertThat(every).allMatch(notice -> post(INBOX, notice, NOW));

    assertThat(store.openNotices(INBOX, 10)).containsExactlyElementsOf(every);
  }

  @Test
  final void clause15_postOfKnownId_changesNothing() {
    Notice first = notice("1");
    post(INBOX, first, NOW);
    Notice again = new Notice.OrderChanged("1", OTHER_SHOP, OrderId.of("other"), NOW);

    assertThat(post(INBOX, again, NOW.plusSeconds(1))).isFalse();
    assertThat(store.openNotices(INBOX, 10)).containsExactly(first);
    store.settleNotices(INBOX, List.of(first));
    assertThat(post(INBOX, again, NOW.plusSeconds(2))).isFalse();
    assertThat(store.openNotices(INBOX, 10)).isEmpty();
  }

  @Test
  final void clause15_sameIdInAnotherInbox_isAnotherNotice() {
    post(INBOX, notice("1"), NOW);

    assertThat(post("intake/TTS/2", notice("1"), NOW)).isTrue();
    store.settleNotices(INBOX, List.of(notice("1")));
    assertThat(store.openNotices("intake/TTS/2", 10)).containsExactly(notice("1"));
  }

  @Test
  final void clause15_concurrentPosts_haveOneWinner() throws InterruptedException {
    List<Boolean> posted = Race.run(number -> post(INBOX, notice("1"), NOW.plusSeconds(number)));

    assertThat(posted).containsOnlyOnce(true);
    assertThat(store.openNotices(INBOX, 10)).containsExactly(notice("1"));
  }

  @Test
  final void clause15_postToFullInbox_throwsUntilSomeAreSettled() {
    store.postNotice(INBOX, notice("1"), NOW, 2);
    store.postNotice(INBOX, notice("2"), NOW, 2);

    assertThatThrownBy(() -> store.postNotice(INBOX, notice("3"), NOW, 2))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(INBOX);
    assertThat(store.postNotice(INBOX, notice("2"), NOW, 2)).isFalse();
    assertThat(store.postNotice("stock/S", notice("3"), NOW, 2)).isTrue();
    store.settleNotices(INBOX, List.of(notice("1")));
    assertThat(store.postNotice(INBOX, notice("3"), NOW, 2)).isTrue();
  }

  @Test
  final void clause15_afterRestart_noticesAreThere() {
    post(INBOX, notice("1"), NOW);
    post(INBOX, notice("2"), NOW);
    store.settleNotices(INBOX, List.of(notice("1")));

    Optional<OrderStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");
    OrderStore later = reopened.orElseThrow();

    assertThat(later.openNotices(INBOX, 10)).containsExactly(notice("2"));
    assertThat(later.postNotice(INBOX, notice("1"), NOW, MOST)).isFalse();
  }

  @Test
  final void clause16_openNotices_areOldestFirst() {
    post(INBOX, notice("young"), NOW.plusSeconds(5));
    post(INBOX, notice("b"), NOW);
    post(INBOX, notice("a"), NOW);
    post("sweep/S", notice("other"), NOW);

    assertThat(store.openNotices(INBOX, 10))
        .containsExactly(notice("a"), notice("b"), notice("young"));
    assertThat(store.openNotices(INBOX, 2)).containsExactly(notice("a"), notice("b"));
    assertThat(store.openNotices("place/S", 2)).isEmpty();
  }

  @Test
  final void clause16_settle_endsOnlyThese() {
    post(INBOX, notice("1"), NOW);
    post(INBOX, notice("2"), NOW);

    store.settleNotices(INBOX, List.of(notice("1"), notice("never-posted")));
    store.settleNotices(INBOX, List.of(notice("1")));
    store.settleNotices(INBOX, List.of());

    assertThat(store.openNotices(INBOX, 10)).containsExactly(notice("2"));
    assertThat(post(INBOX, notice("never-posted"), NOW)).isTrue();
  }

  @Test
  final void clause17_purge_forgetsOnlyWhatIsSettledAndOld() {
    post(INBOX, notice("old"), NOW);
    post(INBOX, notice("open"), NOW);
    post(INBOX, notice("young"), NOW.plusSeconds(1));
    post("sweep/S", notice("old"), NOW);
    store.settleNotices(INBOX, List.of(notice("old"), notice("young")));
    store.settleNotices("sweep/S", List.of(notice("old")));

    assertThat(store.purgeNotices(NOW.plusSeconds(1))).isEqualTo(2);

    assertThat(post(INBOX, notice("old"), NOW)).isTrue();
    assertThat(post(INBOX, notice("open"), NOW)).isFalse();
    assertThat(post(INBOX, notice("young"), NOW)).isFalse();
  }

  @Test
  final void clause10_storeThatCannotWork_takesNoNotice() {
    Optional<OrderStore> broken = broken();
    assumeTrue(broken.isPresent(), "this store can always do its work");
    OrderStore failing = broken.orElseThrow();

    assertThatThrownBy(() -> failing.postNotice(INBOX, notice("1"), NOW, MOST))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.openNotices(INBOX, 1)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.settleNotices(INBOX, List.of(notice("1"))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> failing.purgeNotices(NOW)).isInstanceOf(StoreException.class);
  }
}
