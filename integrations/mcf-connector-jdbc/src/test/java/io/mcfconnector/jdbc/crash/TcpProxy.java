// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
import java.util.regex.Pattern;

/** Stands before a PostgreSQL and cuts connections when told. Thread-safe. */
final class TcpProxy implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  /** CommandComplete of a change, and ReadyForQuery in the idle state, of PostgreSQL's protocol. */
  private static final Pattern CHANGED_AND_IDLE =
      Pattern.compile(
          "C.{4}(INSERT|UPDATE|DELETE|COMMIT)[ 0-9]*\\x00.*Z\\x00\\x00\\x00\\x05I", Pattern.DOTALL);

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
   * Cuts the connections of the next commits before their answers, so that nobody hears what became
   * of them. A single statement without a transaction is a commit, too.
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
        if (!towardsServer && isCommitted(chunk, length) && takeOne()) {
          return; // The answer finds nobody.
        }
        out.write(chunk, 0, length);
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

  /** Looks for a change that is complete while no transaction is open any more. */
  private static boolean isCommitted(byte[] chunk, int length) {
    return CHANGED_AND_IDLE.matcher(new String(chunk, 0, length, ISO_8859_1)).find();
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
