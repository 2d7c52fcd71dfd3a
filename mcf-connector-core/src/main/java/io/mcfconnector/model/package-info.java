// SPDX-License-Identifier: Apache-2.0
/** The neutral words of order routing: immutable values that know no platform. */
@NullMarked
package io.mcfconnector.model;

import org.jspecify.annotations.NullMarked;
