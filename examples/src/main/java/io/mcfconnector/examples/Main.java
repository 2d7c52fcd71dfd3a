// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.examples.demo.Demo;
import io.mcfconnector.examples.live.LiveCommands;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The command line of the examples. Exit codes: 0 done, 1 failed, 2 wrong call or configuration.
 */
public final class Main {

  private static final String USAGE =
      """
      Usage: java -jar mcf-connector-examples.jar [COMMAND]

        demo            route 29 orders between simulators, in virtual time (default)
        live [--once]   route the orders of the shop that the environment names, until stopped
        status          print every order as JSON
        explain ORDER   print why an order is where it is, as JSON
        reviews         print the orders that wait for a person, as JSON

      The last three look at what 'live' has stored, also while it runs. They call no platform and
      need only TIKTOK_SHOP_ID, and MCF_STORE_URL where 'live' has it.
      """;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.getenv(), System.out, System.err));
  }

  /** Runs a command and returns its exit code. */
  static int run(List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    String command = args.isEmpty() ? "demo" : args.get(0);
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    try {
      return switch (command) {
        case "demo" -> rest.isEmpty() ? Demo.run(out) : usage(err);
        case "live" -> live(rest, env, out, err);
        case "status" -> rest.isEmpty() ? LiveCommands.status(env, out) : usage(err);
        case "explain" ->
            rest.size() == 1 ? LiveCommands.explain(env, rest.get(0), out) : usage(err);
        case "reviews" -> rest.isEmpty() ? LiveCommands.reviews(env, out) : usage(err);
        case "help", "--help", "-h" -> {
          out.print(USAGE);
          yield 0;
        }
        default -> usage(err);
      };
    } catch (ConfigurationException e) {
      err.println(e.getMessage());
      return 2;
    } catch (ConnectorException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int live(
      List<String> rest, Map<String, String> env, PrintStream out, PrintStream err) {
    if (rest.isEmpty()) {
      return LiveCommands.run(env, out);
    }
    return rest.equals(List.of("--once")) ? LiveCommands.runOnce(env, out) : usage(err);
  }

  private static int usage(PrintStream err) {
    err.print(USAGE);
    return 2;
  }
}
