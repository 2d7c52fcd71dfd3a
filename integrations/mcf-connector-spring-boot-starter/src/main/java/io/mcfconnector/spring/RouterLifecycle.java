// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.OrderRouter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the router when every bean is there, and closes it while every bean is still there. The
 * steps under way end first: that may take as long as a call to a platform does. Thread-safe.
 */
final class RouterLifecycle implements SmartLifecycle {

  /** Before the web server takes requests, and after it took the last. */
  private static final int PHASE = DEFAULT_PHASE - 8192;

  private final OrderRouter router;
  private final boolean autoStartup;
  private final AtomicBoolean running = new AtomicBoolean();

  RouterLifecycle(OrderRouter router, boolean autoStartup) {
    this.router = router;
    this.autoStartup = autoStartup;
  }

  @Override
  public void start() {
    router.start();
    running.set(true);
  }

  @Override
  public void stop() {
    router.close();
    running.set(false);
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }

  @Override
  public boolean isAutoStartup() {
    return autoStartup;
  }

  /** A router that was closed does not start again. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
