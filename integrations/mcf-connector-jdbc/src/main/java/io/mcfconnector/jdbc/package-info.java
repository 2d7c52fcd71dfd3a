// SPDX-License-Identifier: Apache-2.0
/** Durable stores and a scheduler for many nodes, on the host's SQLite file or PostgreSQL. */
@NullMarked
package io.mcfconnector.jdbc;

import org.jspecify.annotations.NullMarked;
