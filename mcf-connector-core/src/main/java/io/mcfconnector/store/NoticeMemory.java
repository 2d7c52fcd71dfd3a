// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.store;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The inboxes of {@link InMemoryOrderStore}. Thread-safe. */
final class NoticeMemory {

  private record Posted(Notice notice, Instant at) {}

  private static final class Inbox {
    private final Map<String, Posted> known = new HashMap<>();
    private final TreeSet<Posted> open =
        new TreeSet<>(
            Comparator.comparing(Posted::at).thenComparing(posted -> posted.notice().id()));
  }

  private final Map<String, Inbox> inboxes = new HashMap<>();

  synchronized boolean post(String name, Notice notice, Instant now, int mostOpen) {
    Inbox inbox = inboxes.computeIfAbsent(name, key -> new Inbox());
    if (inbox.known.containsKey(notice.id())) {
      return false;
    }
    if (inbox.open.size() >= mostOpen) {
      throw new StoreException(
          "Inbox " + name + " has " + mostOpen + " open notices. See why its duty does not run.");
    }
    Posted posted = new Posted(notice, now);
    inbox.known.put(notice.id(), posted);
    return inbox.open.add(posted);
  }

  synchronized List<Notice> open(String name, int limit) {
    Inbox inbox = inboxes.get(name);
    return inbox == null
        ? List.of()
        : inbox.open.stream().limit(limit).map(Posted::notice).toList();
  }

  synchronized void settle(String name, Collection<Notice> settled) {
    Inbox inbox = inboxes.get(name);
    if (inbox != null) {
      for (Notice notice : settled) {
        Posted posted = inbox.known.get(notice.id());
        if (posted != null) {
          inbox.open.remove(posted);
        }
      }
    }
  }

  synchronized int purge(Instant before) {
    int purged = 0;
    for (Inbox inbox : inboxes.values()) {
      int size = inbox.known.size();
      inbox
          .known
          .values()
          .removeIf(posted -> posted.at().isBefore(before) && !inbox.open.contains(posted));
      purged += size - inbox.known.size();
    }
    return purged;
  }
}
