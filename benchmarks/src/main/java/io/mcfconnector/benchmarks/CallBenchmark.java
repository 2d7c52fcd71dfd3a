// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole calls over loopback, ours and with bare OkHttp. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

  @SuppressWarnings("NullAway.Init") // JMH calls open() first.
  private Calls calls;

  /** Called by JMH. */
  @Setup
  public void open() throws IOException {
    calls = new Calls();
  }

  /** Called by JMH. */
  @TearDown
  public void close() throws IOException {
    calls.close();
  }

  /** The floor of create. */
  @Benchmark
  public Object createBare() throws IOException {
    return calls.createBare();
  }

  /** Amazon's create, unsigned. */
  @Benchmark
  public Object create() {
    return calls.create();
  }

  /** Amazon's create with SigV4. */
  @Benchmark
  public Object createSigned() {
    return calls.createSigned();
  }

  /** The floor of get. */
  @Benchmark
  public Object getBare() throws IOException {
    return calls.getBare();
  }

  /** Amazon's get, unsigned. */
  @Benchmark
  public Object get() {
    return calls.get();
  }

  /** Amazon's get with SigV4. */
  @Benchmark
  public Object getSigned() {
    return calls.getSigned();
  }

  /** What of create is writing JSON. */
  @Benchmark
  public Object createJson() {
    return calls.createJson();
  }

  /** What of get is reading JSON. */
  @Benchmark
  public Object getJson() {
    return calls.getJson();
  }

  /** The floor of search with the answer read by bare Moshi. */
  @Benchmark
  public Object searchBareAndMoshi() throws IOException {
    return calls.searchBareAndMoshi();
  }

  /** TikTok's search, a page of 50 orders. */
  @Benchmark
  public Object search() {
    return calls.search();
  }

  /** The floor of mark-as-shipped. */
  @Benchmark
  public Object shipBare() throws IOException {
    return calls.shipBare();
  }

  /** TikTok's mark-as-shipped. */
  @Benchmark
  public Object ship() {
    return calls.ship();
  }
}
