// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class that is counted as skipped where no PostgreSQL can be had; with {@code
 * MCF_REQUIRE_POSTGRES=1} its tests fail there.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPostgres.Condition.class)
public @interface NeedsPostgres {

  /** Looks for the server once; with the variable set it lets the tests run into its absence. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String absence = PostgresServer.absence();
      return absence == null || "1".equals(System.getenv("MCF_REQUIRE_POSTGRES"))
          ? ConditionEvaluationResult.enabled("PostgreSQL is there, or required")
          : ConditionEvaluationResult.disabled(absence);
    }
  }
}
