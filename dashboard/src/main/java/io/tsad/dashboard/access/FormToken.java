package io.tsad.dashboard.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token in every form that changes something: only our own pages know it. It follows from the
 * browser's cookie by a key that is nowhere else.
 */
record FormToken(String key) {
  private static final String FIELD = "csrf";
  private static final String HEADER = "X-CSRF-Token";

  /** The token of the browser with this id. */
  String of(String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] code = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  /** Whether {@code ctx} brings the token of the browser with this id. */
  boolean isIn(Context ctx, String id) {
    String header = ctx.header(HEADER);
    String given = header == null ? field(ctx) : header;
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), of(id).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String field(Context ctx) {
    return ctx.isFormUrlencoded() || ctx.isMultipartFormData() ? ctx.formParam(FIELD) : null;
  }
}
