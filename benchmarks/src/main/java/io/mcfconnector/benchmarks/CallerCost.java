// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells JMH what the calling threads allocated and computed for an operation. JMH's own profiler of
 * memory counts every thread, the server's too.
 */
public final class CallerCost implements InternalProfiler {

  static final String BYTES = "caller.bytes";
  static final String CPU = "caller.cpu";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long bytesBefore;
  private long nanosBefore;

  /** Called by JMH. */
  public CallerCost() {}

  /** Returns the bytes that this thread has allocated so far. */
  static long bytesOfThisThread() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Returns the CPU time of this thread so far, in nanoseconds. */
  static long cpuOfThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }

  @Override
  public String getDescription() {
    return "memory and CPU of the calling threads";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    bytesBefore = bytes();
    nanosBefore = nanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getAllOps();
    return List.of(
        new ScalarResult(
            BYTES, (bytes() - bytesBefore) / operations, "B/op", AggregationPolicy.AVG),
        new ScalarResult(
            CPU, (nanos() - nanosBefore) / operations / 1_000, "us/op", AggregationPolicy.AVG));
  }

  private static long bytes() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(callers())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static long nanos() {
    long sum = 0;
    for (long nanos : THREADS.getThreadCpuTime(callers())) {
      sum += Math.max(0, nanos);
    }
    return sum;
  }

  private static long[] callers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("-jmh-worker-"))
        .mapToLong(Thread::getId)
        .toArray();
  }
}
