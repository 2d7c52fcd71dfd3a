// SPDX-License-Identifier: Apache-2.0
/** A router for Spring Boot applications: from properties, on the application's data source. */
@NullMarked
package io.mcfconnector.spring;

import org.jspecify.annotations.NullMarked;
