package io.tsad.dashboard.config;

import java.util.Locale;

/**
 * All that can be set. Each has one key: {@code port} is {@code port} in the file, {@code
 * TSAD_DASHBOARD_PORT} in the environment and {@code --port} on the command line; the latter win
 * over the former. Help and documentation are written from this table.
 */
public enum Setting {
  HOST("host", "ADDRESS", "127.0.0.1", "Where to listen; any but loopback needs an account."),
  PORT("port", "N", "7070", "Where to listen; 0 takes a free one."),
  MODELS("models", "DIR", "models", "One folder a model, as tsad-train makes them."),
  MODEL("model", "NAME", "", "The one that serves. Empty: models/current, or what served last."),
  DATA("data", "DIR", "dashboard-data", "The history and kept series; made if missing."),
  DEVICE("device", "NAME", "auto", "auto, cuda or cpu."),
  THREADS("threads", "N", "0", "Series scored side by side. 0: one a core."),
  QUEUE("queue", "N", "128", "Series that may wait; more are answered 429."),
  MAX_UPLOAD("max-upload", "MB", "64", "Largest request."),
  MAX_SERIES("max-series", "N", "1000", "Most series in a request."),
  MAX_SAMPLES("max-samples", "N", "4000000", "Longest series."),
  UPLOAD_TIMEOUT("upload-timeout", "SECONDS", "60", "Longest time a request may take to arrive."),
  KEEP_SERIES(
      "keep-series", "WHICH", "pages", "Uploaded series kept: none, pages (not API) or all."),
  KEEP_DAYS("keep-days", "N", "0", "Verdicts not marked are forgotten after; 0: never."),
  KEEP_MEGABYTES("keep-megabytes", "N", "0", "Most that kept series may take; 0: no limit."),
  TLS_KEYSTORE("tls-keystore", "FILE", "", "PKCS #12 with key and certificate: serves HTTPS."),
  TLS_PASSWORD("tls-password", "TEXT", "", "Of that file; better set in the environment."),
  WEBHOOK_URL("webhook-url", "URL", "", "Told of every anomaly, by a POST in JSON."),
  WEBHOOK_SECRET("webhook-secret", "TEXT", "", "Signs what is told; better in the environment."),
  LANGUAGE("language", "TAG", "en", "Of pages where the browser asks for none: en or zh."),
  ZONE("zone", "ID", "UTC", "Of times where the browser tells none, as Europe/Berlin.");

  private final String key;
  private final String label;
  private final String standard;
  private final String description;

  Setting(String key, String label, String standard, String description) {
    this.key = key;
    this.label = label;
    this.standard = standard;
    this.description = description;
  }

  /** Its name in a file. */
  public String key() {
    return key;
  }

  /** Its name on the command line. */
  public String flag() {
    return "--" + key;
  }

  /** Its name in the environment. */
  public String variable() {
    return "TSAD_DASHBOARD_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What help calls its value. */
  public String label() {
    return label;
  }

  /** What it is where nobody sets it. */
  public String standard() {
    return standard;
  }

  /** One sentence. */
  public String description() {
    return description;
  }
}
