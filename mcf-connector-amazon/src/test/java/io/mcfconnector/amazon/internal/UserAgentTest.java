// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UserAgentTest {

  @Test
  void header_plainValues_hasAmazonsForm() {
    assertThat(new UserAgent("mcf-connector", "1.2", "17", "Linux").header())
        .isEqualTo("mcf-connector/1.2 (Language=Java/17; Platform=Linux)");
  }

  @Test
  void header_signsOfTheFormInValues_areEscaped() {
    assertThat(new UserAgent("a/b\\c(d)e=f;g", "1", "17", "Li\nnüx").header())
        .isEqualTo("a\\/b\\\\c\\(d\\)e\\=f\\;g/1 (Language=Java/17; Platform=Li?n?x)");
  }

  @Test
  void of_thisMachine_namesJava() {
    assertThat(UserAgent.of("shop", "1").header()).startsWith("shop/1 (Language=Java/");
  }
}
