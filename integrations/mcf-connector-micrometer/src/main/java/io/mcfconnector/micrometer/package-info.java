// SPDX-License-Identifier: Apache-2.0
/** What the router does, and how it fares, as Micrometer metrics. */
@NullMarked
package io.mcfconnector.micrometer;

import org.jspecify.annotations.NullMarked;
