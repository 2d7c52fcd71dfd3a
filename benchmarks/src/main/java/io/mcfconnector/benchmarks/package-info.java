// SPDX-License-Identifier: Apache-2.0
/** Programs that measure. Nothing here is published. */
@NullMarked
package io.mcfconnector.benchmarks;

import org.jspecify.annotations.NullMarked;
