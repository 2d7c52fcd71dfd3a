// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Hides the secrets among the properties in what the application shows of itself. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
final class McfSanitizingAutoConfiguration {

  /** Without separators: properties and the variables of the environment spell them differently. */
  private static final Pattern SECRET =
      Pattern.compile("mcf.*(secret|token|cipher|key|datakeys)(\\[?\\d+]?)?");

  @Bean
  SanitizingFunction mcfSanitizingFunction() {
    return data -> isSecret(data) ? data.withSanitizedValue() : data;
  }

  private static boolean isSecret(SanitizableData data) {
    String name = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    return SECRET.matcher(name).matches();
  }
}
