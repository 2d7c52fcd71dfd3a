// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ShopId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A SKU mapping kept in a CSV file; {@link SkuMapper#fromCsv} tells its form.
 *
 * <p>Thread-safe. One process at a time should {@link #put}: of two that write at the same moment,
 * one may undo the other. Any number may read.
 */
public final class CsvSkuMapping implements EditableSkuMapper {

  private final Path file;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Loaded loaded;

  private CsvSkuMapping(Path file) {
    this.file = file;
    this.loaded = load();
  }

  static CsvSkuMapping read(Path file) {
    return new CsvSkuMapping(file);
  }

  @Override
  public Optional<List<Component>> componentsOf(ShopId shop, ChannelSku sku) {
    return SkuKeys.find(loaded.table.components(), sku);
  }

  @Override
  public Optional<Map<String, List<Component>>> mappings() {
    return Optional.of(loaded.table.components());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The file is read anew, so that what a person wrote there stays, and is replaced as a whole
   * once the new one is safely on the disk. Rows of other SKUs and further columns are kept; a new
   * row stands where the SKU stood before, else at the end.
   */
  @Override
  public void put(ChannelSku sku, List<Component> components) {
    changing.lock();
    try {
      CsvSkuTable changed = load().table.with(file, SkuKeys.of(sku), components);
      try {
        replaceFile(changed.toBytes());
      } catch (IOException e) {
        throw unusable("written", e);
      }
      loaded = new Loaded(changed, stampIfReadable());
    } finally {
      changing.unlock();
    }
  }

  /**
   * Reads the file again.
   *
   * @throws ConfigurationException when the file cannot be read or breaks the form; lists every
   *     problem with its line. The mapping stays as it was
   */
  public void reload() {
    changing.lock();
    try {
      loaded = load();
    } finally {
      changing.unlock();
    }
  }

  /**
   * Reads the file again if its time of change or its size differ from when it was read last; for
   * hosts that call this from time to time.
   *
   * @return whether the file was read
   * @throws ConfigurationException as {@link #reload()}, at each call until the file is good
   */
  public boolean reloadIfChanged() {
    if (loaded.stamp != null && loaded.stamp.equals(stampIfReadable())) {
      return false;
    }
    reload();
    return true;
  }

  @Override
  public String toString() {
    return "CsvSkuMapping[" + file + ", " + loaded.table.components().size() + " SKUs]";
  }

  private Loaded load() {
    try {
      // Before the content: a change in between is then noticed the next time.
      Stamp stamp = stamp();
      return new Loaded(CsvSkuTable.parse(file, content()), stamp);
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private byte[] content() throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] content = bytes.readNBytes(CsvSkuTable.MAX_BYTES + 1);
      if (content.length > CsvSkuTable.MAX_BYTES) {
        throw new ConfigurationException(
            List.of(file + ": is larger than " + CsvSkuTable.MAX_BYTES / 1024 / 1024 + " MiB"));
      }
      return content;
    }
  }

  private ConfigurationException unusable(String how, IOException cause) {
    ConfigurationException problem =
        new ConfigurationException(
            List.of(file + ": cannot be " + how + " (" + cause.getClass().getSimpleName() + ")"));
    problem.initCause(cause);
    return problem;
  }

  /** Whenever the process or the machine dies, the old file is there as a whole, or the new one. */
  private void replaceFile(byte[] content) throws IOException {
    // A link stays a link, to the new content.
    Path target = file.toRealPath();
    Path directory = target.resolveSibling("").toAbsolutePath();
    Path draft = Files.createTempFile(directory, target.getFileName() + ".", ".new");
    try {
      copyPermissions(target, draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    forceNames(directory);
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  /** Makes the new name last through a loss of power, where a directory can be synchronized. */
  private static void forceNames(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens a directory; the content itself is on the disk.
    }
  }

  private Stamp stamp() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(attributes.lastModifiedTime(), attributes.size());
  }

  private @Nullable Stamp stampIfReadable() {
    try {
      return stamp();
    } catch (IOException e) {
      return null; // The next reload tells.
    }
  }

  /** What is in the file, and by what a change of it is seen. */
  private record Loaded(CsvSkuTable table, @Nullable Stamp stamp) {}

  private record Stamp(FileTime modifiedAt, long size) {}
}
