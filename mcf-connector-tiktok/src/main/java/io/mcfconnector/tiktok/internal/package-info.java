// SPDX-License-Identifier: Apache-2.0
/** Signing, envelope, error codes, and wire to model. May change any day. */
@NullMarked
package io.mcfconnector.tiktok.internal;

import org.jspecify.annotations.NullMarked;
