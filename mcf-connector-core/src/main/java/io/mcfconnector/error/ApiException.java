// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

import io.mcfconnector.model.ReviewCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to a platform failed. The data tell what to do; the message is for people. */
public final class ApiException extends ConnectorException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final FailureKind kind;
  private final int httpStatus;
  private final @Nullable String platformCode;
  private final @Nullable String requestId;
  private final @Nullable String jsonPath;
  private final @Nullable Duration retryAfter;
  private final @Nullable ReviewCode reviewCode;

  private ApiException(Builder builder) {
    super(builder.describe(), builder.cause);
    this.operation = builder.operation;
    this.kind = builder.kind;
    this.httpStatus = builder.httpStatus;
    this.platformCode = builder.platformCode;
    this.requestId = builder.requestId;
    this.jsonPath = builder.jsonPath;
    this.retryAfter = builder.retryAfter;
    this.reviewCode = builder.reviewCode;
  }

  /**
   * Starts an exception for a failed operation.
   *
   * @param operation the platform's name of the operation
   * @param kind what the failure means
   */
  public static Builder builder(String operation, FailureKind kind) {
    return new Builder(operation, kind);
  }

  /** Returns the platform's name of the operation. */
  public String operation() {
    return operation;
  }

  /** Returns what the failure means. */
  public FailureKind kind() {
    return kind;
  }

  /** Returns the HTTP status; 0 when no answer came. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Returns the platform's own code. */
  public Optional<String> platformCode() {
    return Optional.ofNullable(platformCode);
  }

  /** Returns the platform's id of the call, which its support asks for. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** Returns where in the answer the trouble is, such as {@code $.data.orders[3].id}. */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }

  /** Returns how long the platform asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Returns why a person has to decide, when the platform's refusal tells that precisely. */
  public Optional<ReviewCode> reviewCode() {
    return Optional.ofNullable(reviewCode);
  }

  /** Returns whether the same call may succeed later without any other change. */
  public boolean isRetryable() {
    return kind.isRetryable();
  }

  /** Returns whether a write that failed so may have taken effect all the same. */
  public boolean isUncertain() {
    return kind.isUncertain();
  }

  /** Collects the data of an {@link ApiException}. Not thread-safe. */
  public static final class Builder {
    private final String operation;
    private final FailureKind kind;
    private String detail = "";
    private int httpStatus;
    private @Nullable String platformCode;
    private @Nullable String requestId;
    private @Nullable String jsonPath;
    private @Nullable Duration retryAfter;
    private @Nullable ReviewCode reviewCode;
    private @Nullable Throwable cause;

    private Builder(String operation, FailureKind kind) {
      this.operation = operation;
      this.kind = kind;
    }

    /** Sets what happened and what to do, in words free of buyer data and secrets. */
    public Builder detail(String detail) {
      this.detail = detail;
      return this;
    }

    /** Sets the HTTP status. */
    public Builder httpStatus(int httpStatus) {
      this.httpStatus = httpStatus;
      return this;
    }

    /** Sets the platform's own code. */
    public Builder platformCode(@Nullable String platformCode) {
      this.platformCode = platformCode;
      return this;
    }

    /** Sets the platform's id of the call. */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /** Sets where in the answer the trouble is. */
    public Builder jsonPath(@Nullable String jsonPath) {
      this.jsonPath = jsonPath;
      return this;
    }

    /** Sets how long the platform asks to wait. */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /** Sets why a person has to decide. */
    public Builder reviewCode(@Nullable ReviewCode reviewCode) {
      this.reviewCode = reviewCode;
      return this;
    }

    /** Sets the cause; its message must be free of buyer data and secrets too. */
    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    /** Returns the exception. */
    public ApiException build() {
      return new ApiException(this);
    }

    private String describe() {
      StringBuilder text = new StringBuilder(operation).append(" failed (").append(kind);
      if (httpStatus != 0) {
        text.append(", HTTP ").append(httpStatus);
      }
      if (platformCode != null) {
        text.append(", code ").append(platformCode);
      }
      if (jsonPath != null) {
        text.append(", at ").append(jsonPath);
      }
      if (requestId != null) {
        text.append(", request ").append(requestId);
      }
      text.append(")");
      return detail.isEmpty() ? text.toString() : text.append(": ").append(detail).toString();
    }
  }
}
