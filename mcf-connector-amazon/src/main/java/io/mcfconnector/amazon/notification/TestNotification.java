// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notification to try ({@code TestNotification}); both required.
 *
 * @param payloadVersion such as {@code 1.0}
 * @param testScenario Amazon's name of a scenario
 */
public record TestNotification(@Nullable String payloadVersion, @Nullable String testScenario) {}
