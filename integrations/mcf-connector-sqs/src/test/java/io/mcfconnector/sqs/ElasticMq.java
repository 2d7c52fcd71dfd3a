// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A server that speaks SQS, in this process. */
final class ElasticMq implements AutoCloseable {

  static final AwsKeys KEYS = new AwsKeys("AKIASIMULATED", "simulated");

  private final SQSRestServer server =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
  private final URI endpoint =
      URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  private final SqsClient client =
      SqsClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(endpoint)
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(KEYS.accessKeyId(), KEYS.secretAccessKey())))
          .build();

  URI endpoint() {
    return endpoint;
  }

  URI create(String name) {
    return URI.create(client.createQueue(request -> request.queueName(name)).queueUrl());
  }

  void send(URI queue, String body) {
    client.sendMessage(request -> request.queueUrl(queue.toString()).messageBody(body));
  }

  /** Returns how many messages a queue has, hidden ones included. */
  int size(URI queue) {
    var attributes =
        client
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.toString())
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return Stream.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
        .mapToInt(name -> Integer.parseInt(attributes.getOrDefault(name, "0")))
        .sum();
  }

  List<Message> receive(URI queue) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(queue.toString())
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All"))
        .messages();
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }
}
