// SPDX-License-Identifier: Apache-2.0
/** Warehouses, delivery options and shipping providers. */
@NullMarked
package io.mcfconnector.tiktok.logistics;

import org.jspecify.annotations.NullMarked;
