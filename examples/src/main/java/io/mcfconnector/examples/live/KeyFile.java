// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.jdbc.DataKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The data keys in a file that only its owner may read.
 *
 * @param path the file
 */
record KeyFile(Path path) {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * Returns its keys.
   *
   * @throws ConfigurationException when others may read it, or it holds no keys
   */
  DataKeys read() {
    try {
      requirePrivacy();
      return DataKeys.parse(Files.readString(path, US_ASCII), path.toString());
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              "the data key in "
                  + path
                  + " cannot be read ("
                  + e.getClass().getSimpleName()
                  + "); give its owner the right to, or set MCF_DATA_KEY"));
    }
  }

  private void requirePrivacy() throws IOException {
    PosixFileAttributeView rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (rights != null && !OWNERS.containsAll(rights.readAttributes().permissions())) {
      throw new ConfigurationException(
          List.of(
              "the data key in "
                  + path
                  + " can be read by others than its owner; run: chmod 600 "
                  + path));
    }
  }

  /**
   * Makes a file with a new key, unless another process is faster; returns the keys that are in it.
   */
  DataKeys generate() {
    try {
      Path draft = Files.createTempFile(folder(), path.getFileName() + ".", ".new", forOwnerOnly());
      try {
        write(draft, DataKey.generate().toBase64() + "\n");
        publish(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
      return read();
    } catch (IOException e) {
      throw new StoreException(
          "A data key cannot be written to "
              + path
              + ". Make room or give the right to, then start"
              + " again; or set MCF_DATA_KEY.",
          e);
    }
  }

  private Path folder() {
    return path.resolveSibling("");
  }

  private FileAttribute<?>[] forOwnerOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Gives the whole file its name at once, and never takes the name from another one. */
  private void publish(Path draft) throws IOException {
    try {
      try {
        Files.createLink(path, draft);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (IOException | UnsupportedOperationException noLinks) {
        Files.move(draft, path);
      }
    } catch (FileAlreadyExistsException faster) {
      return; // The key of the other process counts.
    }
    // What will be sealed outlives the loss of power, so the key has to as well.
    try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException notHere) {
      return; // Not every system opens folders.
    }
  }
}
