// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.Notice;
import io.mcfconnector.time.Pause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes Amazon's notifications {@code FULFILLMENT_ORDER_STATUS} and {@code
 * FBA_INVENTORY_AVAILABILITY_CHANGES} from one SQS queue and hands them to routers, on a daemon
 * thread of its own. Thread-safe; close it before the routers.
 *
 * <p>A notification wakes and is never believed, see {@link Notice}. Its message is deleted when
 * the router's store has it; before that, a kill or a failure brings it back. Messages that are no
 * notifications, or of sellers not named here, are set aside, see {@link SetAsideReason}. Several
 * processes may read one queue, all with the same sellers.
 */
public final class SqsNotifications implements AutoCloseable {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Queue queue;
  private final MessageDesk desk;
  private final Pause pause;
  private final Thread thread = new Thread(this::run, "mcf-sqs");
  private final Object lock = new Object();
  private boolean started;
  private boolean pausing;
  private volatile boolean stopping;

  private SqsNotifications(Builder builder, Queue queue) {
    Clock clock = builder.clock;
    this.queue = queue;
    this.pause = builder.pause;
    this.desk =
        new MessageDesk(
            queue,
            new NotificationReader(builder.marketplaces, clock),
            builder.sellers,
            new Reports(builder.listener, builder.queueUrl.toString(), clock),
            clock,
            () -> stopping);
    thread.setDaemon(true);
  }

  /**
   * Starts the configuration of a consumer.
   *
   * @param queueUrl the URL of a standard queue, such as {@code
   *     https://sqs.us-east-1.amazonaws.com/123456789012/orders}
   */
  public static Builder builder(URI queueUrl) {
    return new Builder(queueUrl);
  }

  /**
   * Begins to receive and returns. Starting twice does nothing.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public void start() {
    synchronized (lock) {
      if (stopping) {
        throw new IllegalStateException("the consumer is closed; build a new one");
      }
      if (!started) {
        started = true;
        thread.start();
      }
    }
  }

  /**
   * Stops receiving and returns when the receive under way has ended and what it brought is dealt
   * with; that takes the option {@code receiveWait} at most, when SQS and the store answer.
   */
  @Override
  public void close() {
    boolean running;
    synchronized (lock) {
      stopping = true;
      running = started;
      if (pausing) {
        thread.interrupt();
      }
    }
    if (running && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    queue.close();
  }

  private void run() {
    int failures = 0;
    while (!stopping) {
      failures = desk.takeBatch() ? 0 : failures + 1;
      if (failures > 0) {
        pause(waitAfter(failures));
      }
    }
  }

  /** Doubles from a second to a minute; less by up to a half, so that nodes spread out. */
  private static Duration waitAfter(int failures) {
    Duration full = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration wait = full.compareTo(LONGEST_WAIT) < 0 ? full : LONGEST_WAIT;
    return wait.minusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2));
  }

  /** Only a wait is ever interrupted, never a call to the store. */
  private void pause(Duration time) {
    synchronized (lock) {
      if (stopping) {
        return;
      }
      pausing = true;
    }
    try {
      pause.pause(time);
    } catch (InterruptedException e) {
      // Told to stop, or by a stranger: then the next receive comes early.
    } finally {
      synchronized (lock) {
        pausing = false;
        // An interrupt that came too late must not reach the next call.
        Thread.interrupted();
      }
    }
  }

  /** Collects the configuration of a {@link SqsNotifications}. Not thread-safe. */
  public static final class Builder {

    private static final Duration LONGEST_RECEIVE = Duration.ofSeconds(20);
    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);
    private static final Pattern LOOPBACK =
        Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern REGION =
        Pattern.compile("sqs\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    private final URI queueUrl;
    private final Map<String, Consumer<Notice>> sellers = new LinkedHashMap<>();
    private final Set<String> marketplaces = new HashSet<>();
    private @Nullable URI deadLetterQueue;
    private @Nullable String region;
    private @Nullable AwsKeys keys;
    private @Nullable URI endpoint;
    private QueueListener listener = Reports::log;
    private Duration visibilityTimeout = Duration.ofMinutes(1);
    private Duration receiveWait = Duration.ofSeconds(10);
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.sleeping();

    private Builder(URI queueUrl) {
      this.queueUrl = queueUrl;
    }

    /**
     * Hands the notices of a seller to a router; at least one seller is required. One queue may
     * serve many.
     *
     * @param sellerId the seller's id at Amazon
     * @param router the seller's router, as {@code router::accept}: returns when the notice is
     *     kept, or need not be; throws when it could not be kept
     */
    public Builder seller(String sellerId, Consumer<Notice> router) {
      sellers.put(sellerId, router);
      return this;
    }

    /**
     * Adds a marketplace whose stock is of concern; unless one is added, all are. Orders are of
     * concern in any case.
     *
     * @param marketplaceId Amazon's id, such as {@code ATVPDKIKX0DER}
     */
    public Builder marketplace(String marketplaceId) {
      marketplaces.add(marketplaceId);
      return this;
    }

    /** Moves what is set aside to this queue; it is deleted unless set. */
    public Builder deadLetterQueue(URI queueUrl) {
      this.deadLetterQueue = queueUrl;
      return this;
    }

    /** Sets the AWS region; that of the queue's URL unless set, else of AWS's default chain. */
    public Builder region(String region) {
      this.region = region;
      return this;
    }

    /** Sets who calls; AWS's default chain of credentials unless set. */
    public Builder awsKeys(AwsKeys keys) {
      this.keys = keys;
      return this;
    }

    /** Sets where calls go; to AWS unless set. HTTPS, or HTTP on this machine. */
    public Builder endpoint(URI endpoint) {
      this.endpoint = endpoint;
      return this;
    }

    /** Hears what becomes of messages that no router took; they are logged as WARN unless set. */
    public Builder listener(QueueListener listener) {
      this.listener = listener;
      return this;
    }

    /**
     * Sets for how long a message is hidden that was received, in whole seconds to 12 h; a minute
     * unless set. Longer than a store takes for ten notices, else they are received twice; short,
     * since one that could not be kept comes back after it.
     */
    public Builder visibilityTimeout(Duration visibilityTimeout) {
      this.visibilityTimeout = visibilityTimeout;
      return this;
    }

    /**
     * Sets how long a call waits for a message to come, in whole seconds from 1 to 20; 10 seconds
     * unless set. Messages arrive no later for it. A long one makes fewer calls, a short one lets
     * {@link SqsNotifications#close()} return sooner.
     */
    public Builder receiveWait(Duration receiveWait) {
      this.receiveWait = receiveWait;
      return this;
    }

    /** Sets the clock; the machine's in UTC unless set. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Sets how the consumer waits after failures; it sleeps unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /**
     * Returns the consumer. Nothing is called yet.
     *
     * @throws ConfigurationException with every problem at once
     */
    public SqsNotifications build() {
      check();
      Matcher host = REGION.matcher(String.valueOf(queueUrl.getHost()));
      try {
        return build(
            new SqsQueue(
                queueUrl,
                deadLetterQueue,
                region == null && host.matches() ? host.group(1) : region,
                keys,
                endpoint,
                receiveWait,
                visibilityTimeout));
      } catch (RuntimeException e) {
        // AWS looks for a region when the client is made.
        throw new ConfigurationException(
            List.of(
                "region is in neither the URL nor AWS's default chain: set it: " + e.getMessage()));
      }
    }

    SqsNotifications build(Queue queue) {
      return new SqsNotifications(this, queue);
    }

    private void check() {
      List<String> problems = new ArrayList<>();
      queue(problems, "queueUrl", queueUrl);
      if (deadLetterQueue != null) {
        queue(problems, "deadLetterQueue", deadLetterQueue);
        if (deadLetterQueue.equals(queueUrl)) {
          problems.add("deadLetterQueue must be another queue");
        }
      }
      if (endpoint != null) {
        url(problems, "endpoint", endpoint);
      }
      if (sellers.isEmpty()) {
        problems.add("seller is required, at least one");
      }
      if (sellers.keySet().stream().anyMatch(String::isBlank)) {
        problems.add("seller must not be blank");
      }
      if (keys != null && (keys.accessKeyId().isBlank() || keys.secretAccessKey().isBlank())) {
        problems.add("awsKeys must not be blank");
      }
      seconds(problems, "receiveWait", receiveWait, LONGEST_RECEIVE);
      seconds(problems, "visibilityTimeout", visibilityTimeout, LONGEST_VISIBILITY);
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
    }

    private static void queue(List<String> problems, String name, URI url) {
      url(problems, name, url);
      if (String.valueOf(url.getPath()).endsWith(".fifo")) {
        problems.add(
            name
                + " is a FIFO queue. Amazon sends notifications to standard queues only: make one"
                + " and take its URL");
      }
    }

    /** Notifications are business data, so they go encrypted, or do not leave this machine. */
    private static void url(List<String> problems, String name, URI url) {
      String host = url.getHost();
      if (host == null || url.getRawQuery() != null || url.getRawFragment() != null) {
        problems.add(name + " must be an absolute URL without query");
      } else if (!"https".equals(url.getScheme())
          && !("http".equals(url.getScheme()) && LOOPBACK.matcher(host).matches())) {
        problems.add(name + " must start with https:// (http:// is for this machine only)");
      } else if (url.getRawUserInfo() != null) {
        problems.add(name + " must not contain a user");
      }
    }

    private static void seconds(
        List<String> problems, String name, Duration value, Duration longest) {
      if (value.toNanosPart() != 0 || value.toSeconds() < 1 || value.compareTo(longest) > 0) {
        problems.add(name + " must be whole seconds from 1 to " + longest.toSeconds());
      }
    }
  }
}
