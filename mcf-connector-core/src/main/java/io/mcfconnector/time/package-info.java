// SPDX-License-Identifier: Apache-2.0
/** Waiting, as something a test can do without. */
@NullMarked
package io.mcfconnector.time;

import org.jspecify.annotations.NullMarked;
