// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Duty;
import io.mcfconnector.spi.SalesChannel;
import java.time.Duration;
import java.util.List;

/** Confirms the parcels of one shop's orders. */
final class ConfirmDuty implements DutyRun {

  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final int BATCH = 50;

  private final SalesChannel channel;
  private final ConfirmStage confirm;
  private final DueWork dueWork;

  ConfirmDuty(SalesChannel channel, ConfirmStage confirm, DueWork dueWork) {
    this.channel = channel;
    this.confirm = confirm;
    this.dueWork = dueWork;
  }

  @Override
  public Duty duty() {
    return Duty.CONFIRM;
  }

  @Override
  public String account() {
    return channel.code() + "/" + channel.shop();
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    dueWork.drain(
        Duty.CONFIRM,
        List.of(channel.shop()),
        BATCH,
        due -> due.forEach(record -> dueWork.step(record, () -> confirm.confirm(record))));
  }
}
