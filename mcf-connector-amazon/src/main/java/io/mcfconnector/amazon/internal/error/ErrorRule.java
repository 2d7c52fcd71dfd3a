// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.error;

import static io.mcfconnector.error.FailureKind.ALREADY_DONE;
import static io.mcfconnector.error.FailureKind.AUTHORIZATION_LOST;
import static io.mcfconnector.error.FailureKind.CALLER_FAULT;
import static io.mcfconnector.error.FailureKind.NOT_FOUND;
import static io.mcfconnector.error.FailureKind.REFUSED;
import static io.mcfconnector.error.FailureKind.STATE_CONFLICT;
import static io.mcfconnector.error.FailureKind.THROTTLED;
import static io.mcfconnector.error.FailureKind.TOKEN_EXPIRED;
import static io.mcfconnector.error.FailureKind.UNAVAILABLE;
import static io.mcfconnector.error.FailureKind.UNREADABLE;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which Amazon says no, and what it means for us. The first rule of {@link #ALL} that
 * fits decides. {@code docs/errors.md} shows the same table.
 *
 * @param speaker who says no
 * @param source where this was learned: the issue trackers of Amazon's models ({@code models#…})
 *     and documentation ({@code docs#…}), its guides, or code that runs against production
 * @param statuses pattern of the HTTP status
 * @param operations pattern of the operation
 * @param words pattern that Amazon's words must contain; {@code null} = whatever they are
 * @param kind what the failure means
 * @param reviewCode why a person has to decide, when the failure tells that precisely
 * @param detail what happened and what to do
 */
public record ErrorRule(
    Speaker speaker,
    String source,
    Pattern statuses,
    Pattern operations,
    @Nullable Pattern words,
    FailureKind kind,
    @Nullable ReviewCode reviewCode,
    String detail) {

  /** Begins what is said when the client secret is over. */
  public static final String SECRET_TOO_OLD =
      "the client secret is older than 180 days; make a new one in the developer console";

  private static final String ANY = ".*";
  private static final String CREATE = "createFulfillmentOrder|createOrder";
  private static final String CREATE_OR_PREVIEW = CREATE + "|getFulfillmentPreview|getOrderPreview";
  private static final String READ = "getFulfillmentOrder|getOrder";
  private static final String UPDATE = "updateFulfillmentOrder|updateOrder|createFulfillmentReturn";
  private static final String CANCEL = "cancelFulfillmentOrder|cancelOrder";
  private static final String TOKEN = "400|401|403";
  private static final String NO_REASON =
      "Login with Amazon gave no token and no reason that it documents";
  private static final String STRANGE =
      "the answer has no error that the API documents; check the endpoint if this lasts";

  /** All rules, the telling ones first. */
  public static final List<ErrorRule> ALL =
      List.of(
          rule(
                  "production 2026-09; Selro help 8626051",
                  "4..",
                  CREATE,
                  "a create request already exists")
              .means(ALREADY_DONE, null, "Amazon has an order of this id already; read it"),
          rule(
                  "active_fulfillment; models#1845",
                  "400|404",
                  READ + "|" + CANCEL + "|" + UPDATE,
                  "requested order .* not found|order .* does not exist")
              .means(NOT_FOUND, null, "Amazon has no order of this id"),
          rule("pipedream#16843", TOKEN, ANY, "lwa secret token you provided has expired")
              .means(AUTHORIZATION_LOST, ReviewCode.AUTHORIZATION_LOST, SECRET_TOO_OLD),
          rule(
                  "models#4122; docs#2147; docs#3153",
                  TOKEN,
                  ANY,
                  "access token (you provided|is missing)|security token included in the request is"
                      + " expired")
              .means(TOKEN_EXPIRED, null, "Amazon does not accept the access token any more"),
          rule(
                  "seen live 2026-10",
                  "400|403",
                  ANY,
                  "marketplaces you provided are not valid for region")
              .means(
                  CALLER_FAULT,
                  null,
                  "the marketplace belongs to another region than the endpoint"),
          rule("active_fulfillment", "4..", ANY, "not registered for basic fulfillment")
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "the seller's account is not set up for Multi-Channel Fulfillment"),
          rule(
                  "production, two integrations; peddler#68; model 2026-07-04",
                  "4..",
                  CREATE_OR_PREVIEW,
                  "no inventory available|allquantityzero|itemquantitynotavailable|insufficient"
                      + " quantity")
              .means(REFUSED, ReviewCode.OUT_OF_STOCK, "Amazon has too few units"),
          rule("models#2979", "4..", CREATE_OR_PREVIEW, "sellersku for item id.* is invalid")
              .means(
                  REFUSED,
                  ReviewCode.CREATE_REFUSED,
                  "Amazon does not know a SKU of the order; correct the SKU mapping"),
          rule(
                  "production, two integrations",
                  "4..",
                  CREATE_OR_PREVIEW,
                  "delivery ?sla(unavailable| is not available)")
              .means(
                  REFUSED,
                  ReviewCode.CREATE_REFUSED,
                  "this shipping speed does not exist for the destination; use standard"),
          rule(
                  "docs#1083; models#1637; models#1317",
                  "4..",
                  CREATE_OR_PREVIEW,
                  "cannot be fulfilled due to brexit")
              .means(
                  REFUSED,
                  ReviewCode.ADDRESS_UNSUPPORTED,
                  "Amazon does not ship from this stock to this country"),
          rule(
                  "active_fulfillment",
                  "4..",
                  CREATE_OR_PREVIEW,
                  "for parameter destinationaddress\\.countrycode is invalid")
              .means(
                  REFUSED,
                  ReviewCode.ADDRESS_UNSUPPORTED,
                  "the destination is outside the seller's region"),
          rule(
                  "message template of models#1759; model 2020-07-01",
                  "4..",
                  CREATE_OR_PREVIEW,
                  "for parameter destinationaddress|invaliddestinationaddress")
              .means(
                  REFUSED,
                  ReviewCode.ADDRESS_INCOMPLETE,
                  "Amazon does not accept a part of the address"),
          rule("models#1229; models#1665", "4..", CREATE_OR_PREVIEW, "noteligibleforexport")
              .means(
                  REFUSED,
                  ReviewCode.CREATE_REFUSED,
                  "a SKU is not in the stock of the destination's country"),
          rule("production 2026-09", "4..", CREATE_OR_PREVIEW, "perunitdeclaredvalue")
              .means(
                  REFUSED,
                  ReviewCode.CREATE_REFUSED,
                  "this destination needs a declared value for each unit"),
          rule("models#1925", "400", ANY, "sips activity threw")
              .means(UNAVAILABLE, null, "Amazon failed inside and says so with HTTP 400"),
          rule("seen live 2026-10; docs#1128", "400", ANY, "could not match input arguments")
              .means(
                  CALLER_FAULT, null, "this sandbox operation knows only the model's own samples"),
          rule("models#4946", "400", ANY, "next token is invalid or expired")
              .means(STATE_CONFLICT, null, "the page token is too old; start with the first page"),
          rule("model 2020-07-01: cancel while received or planning", "400|409", CANCEL, null)
              .means(STATE_CONFLICT, null, "Amazon does not cancel this order; read it"),
          rule("model notifications: 409", "409", "createSubscription", null)
              .means(
                  ALREADY_DONE, null, "there is a subscription of this type and version; read it"),
          rule("model notifications: 409", "409", ".*Subscription.*|.*Destination.*", null)
              .means(STATE_CONFLICT, null, "Amazon does not do this in the present state; read it"),
          rule("models#826; docs#865", "401|403", ANY, null)
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "Amazon denies access: a role is missing, the application is not authorized, or"
                      + " path, id or region are wrong"),
          rule("model 2020-07-01", "404", ANY, null)
              .means(NOT_FOUND, null, "Amazon has no such thing"),
          rule("model 2026-07-04", "413|415", ANY, null)
              .means(CALLER_FAULT, null, "Amazon does not take a body of this size or type"),
          rule("usage plans guide", "429", ANY, null)
              .means(THROTTLED, null, "Amazon wants fewer calls"),
          rule("model 2020-07-01", "408|5..", ANY, null).means(UNAVAILABLE, null, "Amazon failed"),
          rule("model 2020-07-01", "4..", CREATE, null)
              .means(REFUSED, ReviewCode.CREATE_REFUSED, "Amazon refuses the order"),
          rule("model 2020-07-01", "4..", ANY, null)
              .means(CALLER_FAULT, null, "Amazon does not accept the request"),
          rule("docs#110", ANY, ANY, null)
              .means(
                  UNREADABLE,
                  null,
                  "the answer is neither a success nor a failure that Amazon documents"),
          login("seen live 2026-10; fixture of a code", "^invalid_grant$")
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "the seller revoked the authorization, or the refresh token or code is wrong;"
                      + " authorize again"),
          login("seen live 2026-10", "^invalid_client$")
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "the client id or client secret is wrong or was rotated; no seller can be"
                      + " served"),
          login("official SDK", "^unauthorized_client$")
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "the application may not use this kind of token"),
          login("official SDK", "^access_denied$")
              .means(
                  AUTHORIZATION_LOST,
                  ReviewCode.AUTHORIZATION_LOST,
                  "Login with Amazon denies access"),
          login("official SDK", "^invalid_request$")
              .means(CALLER_FAULT, null, "Login with Amazon does not understand the request"),
          login("official SDK", "^invalid_scope$")
              .means(CALLER_FAULT, null, "Login with Amazon does not know the scope"),
          login("a third-party client", "^unsupported_grant_type$")
              .means(CALLER_FAULT, null, "Login with Amazon does not know the grant type"),
          login("official SDK", "^server_error$")
              .means(UNAVAILABLE, null, "Login with Amazon failed"),
          login("official SDK", "^temporarily_unavailable$")
              .means(UNAVAILABLE, null, "Login with Amazon is busy"),
          login("none published", "429", null)
              .means(THROTTLED, null, "Login with Amazon wants fewer calls"),
          login("developer guide 2021", "4..", ".").means(CALLER_FAULT, null, NO_REASON),
          login("models#2335", ANY, null).means(UNAVAILABLE, null, NO_REASON),
          stranger("our rule", "429").means(THROTTLED, null, STRANGE),
          stranger("our rule: no answer of the API, so nothing about an order", "404")
              .means(UNREADABLE, null, STRANGE),
          stranger("our rule: a gateway or proxy", "401|403|408|5..")
              .means(UNAVAILABLE, null, STRANGE),
          stranger("models#939", ANY).means(CALLER_FAULT, null, STRANGE));

  /** Who says no. */
  public enum Speaker {
    /** The Selling Partner API, with a list of errors. */
    API,
    /** Login with Amazon, with an error code or without. */
    LOGIN,
    /** Something in between, or a wrong server: there is no error of the API in the answer. */
    STRANGER
  }

  /** Returns the rule for an answer without an error of the API. */
  public static ErrorRule of(Speaker speaker, String operation, int status, String text) {
    return ALL.stream()
        .filter(rule -> rule.fits(speaker, operation, Integer.toString(status), text))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether this rule is about a failure. */
  public boolean fits(Speaker saidBy, String operation, String status, String text) {
    return speaker == saidBy
        && statuses.matcher(status).matches()
        && operations.matcher(operation).matches()
        && (words == null || words.matcher(text).find());
  }

  /** Returns whether the answer's code is the documented one, so that it can be passed on. */
  public boolean isAboutOneCode() {
    return words != null && words.pattern().matches("\\^[a-z_]+\\$");
  }

  private static Condition rule(
      String source, String statuses, String operations, @Nullable String words) {
    return condition(Speaker.API, source, statuses, operations, words);
  }

  private static Condition login(String source, String words) {
    return login(source, ANY, words);
  }

  private static Condition login(String source, String statuses, @Nullable String words) {
    return condition(Speaker.LOGIN, source, statuses, "requestAccessToken", words);
  }

  private static Condition stranger(String source, String statuses) {
    return condition(Speaker.STRANGER, source, statuses, ANY, null);
  }

  private static Condition condition(
      Speaker speaker, String source, String statuses, String operations, @Nullable String words) {
    return (kind, reviewCode, detail) ->
        new ErrorRule(
            speaker,
            source,
            Pattern.compile(statuses),
            Pattern.compile(operations),
            words == null ? null : Pattern.compile(words, Pattern.CASE_INSENSITIVE),
            kind,
            reviewCode,
            detail);
  }

  /** The first half of a rule. */
  private interface Condition {
    ErrorRule means(FailureKind kind, @Nullable ReviewCode reviewCode, String detail);
  }
}
