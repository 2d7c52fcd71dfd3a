// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of a marketplace ({@code GetFeaturesResult}).
 *
 * @param features one for each
 */
public record GetFeaturesResult(@Nullable List<Feature> features) {}
