// SPDX-License-Identifier: Apache-2.0
/** One runnable jar: the demo and the live runner. */
@NullMarked
package io.mcfconnector.examples;

import org.jspecify.annotations.NullMarked;
