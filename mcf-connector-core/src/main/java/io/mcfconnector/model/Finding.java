// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

/**
 * What one check of the check-up found. Holds no secret and no buyer data.
 *
 * @param check what was looked at
 * @param verdict what it means
 * @param about the shop or account it is about; empty when it is about the router itself
 * @param found one sentence: what was found, or why it was not looked at
 * @param remedy one sentence: what to do; empty when all is well
 */
public record Finding(Check check, Verdict verdict, String about, String found, String remedy) {

  /** What a finding means. */
  public enum Verdict {
    /** All is well. */
    OK,
    /** Routing works, but less well, or not for long. */
    WARNING,
    /** Orders would not be routed, or wrongly. */
    PROBLEM,
    /** Not looked at, and {@link Finding#found()} says why. */
    NOT_CHECKED
  }

  /**
   * Checks the sentences.
   *
   * @throws IllegalArgumentException when what was found or what to do about it is not said
   */
  public Finding {
    if (found.isBlank()) {
      throw new IllegalArgumentException("a finding says what was found");
    }
    if (remedy.isBlank() != (verdict == Verdict.OK)) {
      throw new IllegalArgumentException("a finding says what to do, unless all is well");
    }
  }

  /** Returns a finding that all is well. */
  public static Finding ok(Check check, String about, String found) {
    return new Finding(check, Verdict.OK, about, found, "");
  }

  /** Returns a finding of what works less well, or not for long. */
  public static Finding warning(Check check, String about, String found, String remedy) {
    return new Finding(check, Verdict.WARNING, about, found, remedy);
  }

  /** Returns a finding of what keeps orders from being routed, or routed rightly. */
  public static Finding problem(Check check, String about, String found, String remedy) {
    return new Finding(check, Verdict.PROBLEM, about, found, remedy);
  }

  /** Returns that a check could not be made, or was not asked for. */
  public static Finding notChecked(Check check, String about, String reason, String remedy) {
    return new Finding(check, Verdict.NOT_CHECKED, about, reason, remedy);
  }

  /** Returns that a check could not be made because of what another one found. */
  public static Finding notChecked(Check check, String about, Check cause) {
    return notChecked(
        check, about, "It needs what " + cause + " found broken.", "Repair " + cause + " first.");
  }

  /** Returns whether this is a problem. */
  public boolean isProblem() {
    return verdict == Verdict.PROBLEM;
  }

  /** Returns the finding in a line for a person, and a second one when there is something to do. */
  @Override
  public String toString() {
    String line =
        verdict + " " + check + (about.isEmpty() ? "" : " (" + about + ")") + ": " + found;
    return remedy.isEmpty() ? line : line + System.lineSeparator() + "  " + remedy;
  }
}
