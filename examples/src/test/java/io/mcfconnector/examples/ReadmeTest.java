// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private static final String HOST =
      """
      import io.mcfconnector.OrderRouter;
      import io.mcfconnector.amazon.*;
      import io.mcfconnector.spi.*;
      import io.mcfconnector.store.*;
      import io.mcfconnector.tiktok.*;
      import java.nio.file.Path;
      class Host {
        void run() throws Exception {
          %s
        }
      }
      """;

  @TempDir private Path classes;

  @Test
  void readme_hostCode_compilesAndIsShort() throws Exception {
    String code = hostCode();

    StringWriter problems = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                null,
                List.of(source(HOST.formatted(code))))
            .call();

    assertThat(compiled).as(problems.toString()).isTrue();
    assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void readme_links_leadSomewhere() throws Exception {
    String readme = Files.readString(root().resolve("README.md"));
    Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme);
    while (links.find()) {
      assertThat(root().resolve(links.group(1))).exists();
    }
    assertThat(readme.lines().count()).isLessThan(200);
  }

  private static String hostCode() throws Exception {
    Matcher block = JAVA_BLOCK.matcher(Files.readString(root().resolve("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static JavaFileObject source(String code) {
    return new SimpleJavaFileObject(URI.create("string:///Host.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }

  private static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }
}
