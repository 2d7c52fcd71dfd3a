// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for returns ({@code ListReturnReasonCodesResult}).
 *
 * @param reasonCodeDetails one for each
 */
public record ListReturnReasonCodesResult(@Nullable List<ReasonCodeDetails> reasonCodeDetails) {}
