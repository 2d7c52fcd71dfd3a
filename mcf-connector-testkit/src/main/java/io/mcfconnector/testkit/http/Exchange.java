// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it.
 *
 * @param at when it arrived, on the simulator's clock
 * @param operation the platform's name of the operation
 * @param request what was sent
 * @param reply what the platform answered; {@code null} when a fault kept it from answering
 * @param fault the fault that hit it; {@code null} without one
 */
public record Exchange(
    Instant at, String operation, Incoming request, @Nullable Reply reply, @Nullable Fault fault) {}
