// SPDX-License-Identifier: Apache-2.0
/** Tests of the simulated Amazon over plain HTTP. */
@NullMarked
package io.mcfconnector.testkit.amazon;

import org.jspecify.annotations.NullMarked;
