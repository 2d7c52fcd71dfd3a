// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * An SQS queue ({@code SqsResource}).
 *
 * @param arn its ARN, at most 1000 characters; required
 */
public record SqsResource(@Nullable String arn) {}
