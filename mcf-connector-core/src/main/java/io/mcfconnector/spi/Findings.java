// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Collects what a check-up finds at one shop or account, so that a check that fails hides no other,
 * and one that could only fail for the same reason is not made. Not thread-safe.
 */
public final class Findings {

  /** What a platform answers to every call while something that all calls need is broken. */
  private static final Set<FailureKind> CONSEQUENCES =
      EnumSet.of(FailureKind.AUTHORIZATION_LOST, FailureKind.CALLER_FAULT);

  private final String about;
  private final List<Finding> all = new ArrayList<>();

  /**
   * Creates an empty collection.
   *
   * @param about the shop or account; empty for the router itself
   */
  public Findings(String about) {
    this.about = about;
  }

  /** Returns the shop or account. */
  public String about() {
    return about;
  }

  /** Adds that all is well. */
  public void ok(Check check, String found) {
    all.add(Finding.ok(check, about, found));
  }

  /** Adds what works less well, or not for long. */
  public void warning(Check check, String found, String remedy) {
    all.add(Finding.warning(check, about, found, remedy));
  }

  /** Adds what keeps orders from being routed, or routed rightly. */
  public void problem(Check check, String found, String remedy) {
    all.add(Finding.problem(check, about, found, remedy));
  }

  /** Adds that a check was not made. */
  public void notChecked(Check check, String reason, String remedy) {
    all.add(Finding.notChecked(check, about, reason, remedy));
  }

  /** Adds that checks were not made because of what another one found. */
  public void notChecked(Iterable<Check> checks, Check cause) {
    checks.forEach(check -> all.add(Finding.notChecked(check, about, cause)));
  }

  /** Adds what a part of the router says of itself; its own failure is a problem of a check. */
  public void ask(Check check, Supplier<List<Finding>> part) {
    try {
      all.addAll(part.get());
    } catch (RuntimeException e) {
      failed(check, e);
    }
  }

  /**
   * Makes a check, unless it needs what was found broken. A call that fails in it is a finding.
   *
   * @param check what is looked at
   * @param needs what must not be a problem already
   * @param look adds what it finds
   */
  public void look(Check check, Set<Check> needs, Runnable look) {
    Optional<Check> broken = problems().filter(needs::contains).findFirst();
    if (broken.isPresent()) {
      notChecked(List.of(check), broken.get());
      return;
    }
    try {
      look.run();
    } catch (ApiException problem) {
      refused(check, problem);
    } catch (RuntimeException e) {
      failed(check, e);
    }
  }

  private void refused(Check check, ApiException problem) {
    Optional<Check> known = problems().findFirst();
    if (known.isPresent() && CONSEQUENCES.contains(problem.kind())) {
      notChecked(List.of(check), known.get());
    } else if (problem.isRetryable() || problem.isUncertain()) {
      notChecked(
          check, "It could not be read now: " + said(problem), "Run the check-up again later.");
    } else {
      problem(check, "A call was refused: " + said(problem), "Repair what the answer names.");
    }
  }

  private void failed(Check check, RuntimeException e) {
    problem(
        check,
        "The check itself failed: " + said(e),
        "Remove the cause, then run the check-up again.");
  }

  /** Returns whether a check found a problem. */
  public boolean isProblem(Check check) {
    return problems().anyMatch(check::equals);
  }

  /** Returns all findings so far. */
  public List<Finding> all() {
    return List.copyOf(all);
  }

  private Stream<Check> problems() {
    return all.stream().filter(Finding::isProblem).map(Finding::check);
  }

  /** Our own messages quote nobody; of any other exception the class only. */
  private static String said(RuntimeException e) {
    return e instanceof ConnectorException
        ? String.valueOf(e.getMessage())
        : e.getClass().getName();
  }
}
