// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners; whatever they throw ends here. */
final class Events {

  private static final Logger log = LoggerFactory.getLogger(Events.class);

  private final List<RouterListener> listeners;

  Events(List<RouterListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void publish(RouterEvent event) {
    for (RouterListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (RuntimeException e) {
        log.warn("A listener failed on {}; routing goes on", event.getClass().getSimpleName(), e);
      }
    }
  }
}
