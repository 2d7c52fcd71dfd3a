// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a PostgreSQL and cuts connections when told. Thread-safe. */
final class TcpProxy implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final String url;
  private final URI server;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commitsToCut = new AtomicInteger();
  private volatile boolean down;

  private TcpProxy(String url) throws IOException {
    this.url = url;
    this.server = URI.create(url.substring("jdbc:".length()));
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  static TcpProxy before(String url) {
    try {
      TcpProxy proxy = new TcpProxy(url);
      start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the URL of the database behind this proxy. */
  String url() {
    return url.replace(
        "//" + server.getAuthority() + "/", "//127.0.0.1:" + listener.getLocalPort() + "/");
  }

  /** Cuts every connection and takes no new one. */
  void cut() {
    down = true;
    open.forEach(TcpProxy::close);
  }

  void restore() {
    down = false;
  }

  /**
   * Passes the next commits on and cuts their connections at once, so that nobody hears what became
   * of them.
   */
  void cutAfterCommits(int count) {
    commitsToCut.set(count);
  }

  /** Returns how many commits are still to be cut. */
  int commitsToCut() {
    return commitsToCut.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (down) {
          close(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException e) {
      // Closed at the end of the test.
    }
  }

  private void connect(Socket client) {
    try {
      Socket upstream = new Socket(server.getHost(), server.getPort());
      for (Socket socket : Set.of(client, upstream)) {
        socket.setTcpNoDelay(true);
        open.add(socket);
      }
      start(() -> pump(client, upstream, true));
      start(() -> pump(upstream, client, false));
    } catch (IOException e) {
      close(client);
    }
  }

  private void pump(Socket from, Socket to, boolean towardsServer) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(chunk);
      while (length >= 0) {
        out.write(chunk, 0, length);
        if (towardsServer && isCommit(chunk, length) && takeOne()) {
          // The answer is on its way, and will find nobody.
          close(from);
          return;
        }
        length = in.read(chunk);
      }
    } catch (IOException e) {
      // One end is gone, so the other goes as well.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static boolean isCommit(byte[] chunk, int length) {
    return new String(chunk, 0, length, US_ASCII).contains("COMMIT");
  }

  private boolean takeOne() {
    return commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private static void start(Runnable body) {
    Thread thread = new Thread(body, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody waits for it.
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
