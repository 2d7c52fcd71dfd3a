// SPDX-License-Identifier: Apache-2.0
/** Routers that are killed, against simulated platforms that remember every effect. */
@NullMarked
package io.mcfconnector.jdbc.crash;

import org.jspecify.annotations.NullMarked;
