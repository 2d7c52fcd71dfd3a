// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.OrderRouter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

class RouterLifecycleTest {

  private final List<String> calls = new ArrayList<>();
  private final OrderRouter router =
      (OrderRouter)
          Proxy.newProxyInstance(
              RouterLifecycleTest.class.getClassLoader(),
              new Class<?>[] {OrderRouter.class},
              (proxy, method, arguments) -> {
                calls.add(method.getName());
                return null;
              });

  @Test
  void lifecycle_startAndStop_startAndCloseTheRouter() {
    RouterLifecycle lifecycle = new RouterLifecycle(router, true);

    lifecycle.start();
    assertThat(lifecycle.isRunning()).isTrue();
    lifecycle.stop();
    assertThat(lifecycle.isRunning()).isFalse();

    assertThat(calls).containsExactly("start", "close");
    assertThat(lifecycle.isAutoStartup()).isTrue();
  }

  @Test
  void lifecycle_startsBeforeTheWebServerAndIsNeverPaused() {
    RouterLifecycle lifecycle = new RouterLifecycle(router, false);

    assertThat(lifecycle.getPhase()).isLessThan(SmartLifecycle.DEFAULT_PHASE - 2048);
    assertThat(lifecycle.isPauseable()).isFalse();
    assertThat(lifecycle.isAutoStartup()).isFalse();
  }
}
