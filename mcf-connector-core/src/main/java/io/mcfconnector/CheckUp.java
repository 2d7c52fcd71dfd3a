// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Finding.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link OrderRouter#doctor()} found. Immutable; made of texts and enums only, so that any
 * JSON library can write it. Holds no secret and no buyer data.
 *
 * @param at when it was looked at
 * @param findings one for each {@link Check} and shop or account that could be asked, in the order
 *     of the checks
 */
public record CheckUp(Instant at, List<Finding> findings) {

  /** Copies the list. */
  public CheckUp {
    findings = List.copyOf(findings);
  }

  /** Returns whether no problem was found; warnings, and what was not checked, do not count. */
  public boolean isGood() {
    return findings.stream().noneMatch(Finding::isProblem);
  }

  /** Returns the findings of one verdict. */
  public List<Finding> of(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }

  /** Returns the findings of one check; one for each shop or account. */
  public List<Finding> of(Check check) {
    return findings.stream().filter(finding -> finding.check() == check).toList();
  }

  /** Returns the findings in lines for a person. */
  @Override
  public String toString() {
    return findings.stream()
        .map(Finding::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
