// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers on a loopback port with prepared bytes and does nothing else, so that what is measured is
 * the client. Thread-safe.
 */
final class CannedServer implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final ServerSocket listener;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  CannedServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("canned-listener", this::accept);
  }

  /**
   * Prepares an answer.
   *
   * @param path how the paths begin that get it
   * @param status of HTTP
   * @param headers beside type and length, such as {@code "x-id: 1"}
   * @param body JSON
   */
  void answer(String path, int status, String headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " OK\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\nDate: Mon, 23 Nov 2026 12:00:00 GMT\r\n"
            + headers
            + "\r\n\r\n";
    byte[] start = head.getBytes(ISO_8859_1);
    byte[] all = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    answers.put(path, all);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        start("canned-connection", () -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      while (true) {
        String request = line(in);
        in.skipNBytes(bodyLength(in));
        out.write(answerTo(request));
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private byte[] answerTo(String request) throws IOException {
    String path = request.substring(request.indexOf(' ') + 1);
    for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
      if (path.startsWith(answer.getKey())) {
        return answer.getValue();
      }
    }
    throw new IOException("nothing is prepared for " + path);
  }

  private static int bodyLength(InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection has ended");
      }
      line.append((char) next);
    }
    line.setLength(Math.max(0, line.length() - 1));
    return line.toString();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
