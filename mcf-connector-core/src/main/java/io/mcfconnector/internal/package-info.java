// SPDX-License-Identifier: Apache-2.0
/** The routing engine: one class for each stage and duty. May change any day. */
@NullMarked
package io.mcfconnector.internal;

import org.jspecify.annotations.NullMarked;
