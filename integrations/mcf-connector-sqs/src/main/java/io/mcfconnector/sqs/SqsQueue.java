// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue at SQS, by AWS's own client. */
final class SqsQueue implements Queue {

  /** As many as SQS gives at once. */
  static final int BATCH = 10;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Beyond the time for which a receive is meant to wait. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private final SqsClient client;
  private final String url;
  private final @Nullable String deadLetterUrl;
  private final Duration wait;
  private final Duration visibility;

  /**
   * Creates a queue; calls nothing.
   *
   * @param url the queue
   * @param deadLetterUrl where messages can be moved to
   * @param region the AWS region; {@code null} for that of the default chain
   * @param keys who calls; {@code null} for the default chain
   * @param endpoint where calls go; {@code null} for AWS
   * @param wait how long a receive waits for a message
   * @param visibility how long a received message is hidden
   */
  SqsQueue(
      URI url,
      @Nullable URI deadLetterUrl,
      @Nullable String region,
      @Nullable AwsKeys keys,
      @Nullable URI endpoint,
      Duration wait,
      Duration visibility) {
    this.url = url.toString();
    this.deadLetterUrl = deadLetterUrl == null ? null : deadLetterUrl.toString();
    this.wait = wait;
    this.visibility = visibility;
    SqsClientBuilder builder =
        SqsClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(wait.plus(ANSWER_TIMEOUT)))
            // The consumer waits and repeats by itself, and must end soon when it is told to.
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (keys != null) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    this.client = builder.build();
  }

  @Override
  public List<Message> receive() {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .waitTimeSeconds((int) wait.toSeconds())
                    .visibilityTimeout((int) visibility.toSeconds())
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages()
        .stream()
        .map(
            message ->
                new Message(
                    message.messageId(),
                    message.receiptHandle(),
                    receives(message.attributes()),
                    message.body()))
        .toList();
  }

  private static int receives(Map<MessageSystemAttributeName, String> attributes) {
    String count = attributes.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return count == null || !count.matches("\\d{1,9}") ? 1 : Integer.parseInt(count);
  }

  @Override
  public void delete(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : messages) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(message.receipt())
              .build());
    }
    // What SQS reports as not deleted comes back and is known then.
    client.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
  }

  @Override
  public boolean canMove() {
    return deadLetterUrl != null;
  }

  @Override
  public void move(Message message, SetAsideReason reason) {
    client.sendMessage(
        request ->
            request
                .queueUrl(deadLetterUrl)
                .messageBody(message.body())
                .messageAttributes(
                    Map.of(
                        "mcf-reason",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(reason.name())
                            .build())));
  }

  @Override
  public void close() {
    client.close();
  }
}
