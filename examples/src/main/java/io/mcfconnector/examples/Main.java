// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.examples.demo.Demo;
import io.mcfconnector.examples.live.CheckCommands;
import io.mcfconnector.examples.live.LiveCommands;
import io.mcfconnector.examples.live.LookCommands;
import io.mcfconnector.examples.live.RepairCommand;
import io.mcfconnector.examples.live.UsageException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The command line of the examples. Exit codes: 0 good, 1 found trouble or failed, 2 wrong call or
 * configuration.
 */
public final class Main {

  private static final String USAGE =
      """
      Usage: java -jar mcf-connector-examples.jar [COMMAND]

        demo            route 29 orders between simulators, in virtual time (default)
        live [--once]   route the orders of the shop that the environment names, until stopped

      Before going live, and at any time; they read both platforms and need what 'live' needs:
        doctor          check everything that routing needs
        shadow          tell what a router that starts now would do
        reconcile [--from TIME] [--to TIME]
                        compare TikTok, store and Amazon, by default for the last day

      What 'live' has stored, also while it runs; they call no platform:
        status          how routing fares, and every order
        reviews         the orders that wait for a person
        explain ORDER   why an order is where it is
                        [--show-buyer --by NAME] with its kept destination, which is put on record

      repair ORDER KIND [VALUE...] tells what a repair would do; [--apply --by NAME] does it:
        TRY_AGAIN, RELEASE, SEND_AGAIN, STOP, SKIP
        MAP_SKU SKU MSKU [UNITS [MSKU UNITS]...]
        CORRECT_ADDRESS FILE.json
        CORRECT_TRACKING OLD NEW
        CANCEL REASON

      With --json they print for scripts. Exit codes: 0 good, 1 found trouble or failed, 2 wrong
      call or configuration.
      """;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.getenv(), System.out, System.err));
  }

  /** Runs a command and returns its exit code. */
  public static int run(
      List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
    String command = args.isEmpty() ? "demo" : args.get(0);
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    try {
      return switch (command) {
        case "demo" -> rest.isEmpty() ? Demo.run(out) : usage(err);
        case "live" -> live(rest, env, out, err);
        case "doctor" -> CheckCommands.doctor(rest, env, out, err);
        case "shadow" -> CheckCommands.shadow(rest, env, out, err);
        case "reconcile" -> CheckCommands.reconcile(rest, env, out, err);
        case "status" -> LookCommands.status(rest, env, out);
        case "reviews" -> LookCommands.reviews(rest, env, out);
        case "explain" -> LookCommands.explain(rest, env, out);
        case "repair" -> RepairCommand.run(rest, env, out, err);
        case "help", "--help", "-h" -> {
          out.print(USAGE);
          yield 0;
        }
        default -> usage(err);
      };
    } catch (UsageException e) {
      err.println(command + ": " + e.getMessage() + ". 'help' tells more.");
      return 2;
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
