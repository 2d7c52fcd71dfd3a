// SPDX-License-Identifier: Apache-2.0
/** Takes Amazon's notifications from an SQS queue and hands them to routers. */
@NullMarked
package io.mcfconnector.sqs;

import org.jspecify.annotations.NullMarked;
