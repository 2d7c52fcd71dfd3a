// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of {@code getDestinations}. */
public record DestinationsResponse(@Nullable List<Destination> payload) {}
