package io.tsad.dashboard.config;

import io.tsad.runtime.detect.device.Device;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All settings, checked.
 *
 * @param models one folder a model
 * @param model the active model's name, or empty for {@code current}, then the only one
 * @param data the history and kept series
 * @param threads series scored side by side; 0 for one a core
 * @param queue series that may wait
 * @param retention what is kept, and for how long
 * @param webhook who is told of anomalies
 * @param language of pages where the browser asks for none
 * @param zone of times where the browser tells none
 */
public record Settings(
    Listen listen,
    Path models,
    String model,
    Path data,
    Device device,
    int threads,
    int queue,
    Limits limits,
    Retention retention,
    Optional<Webhook> webhook,
    Locale language,
    ZoneId zone) {
  /**
   * Where to listen.
   *
   * @param port 0 for any free one
   * @param tls how to serve HTTPS, or empty for HTTP
   */
  public record Listen(String host, int port, Optional<Tls> tls) {
    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException e) {
        return false;
      }
    }
  }

  /** A PKCS #12 file with key and certificate. */
  public record Tls(Path keystore, String password) {}

  /**
   * Who is told of anomalies.
   *
   * @param secret signs what is told; empty for no signature
   */
  public record Webhook(URI url, String secret) {}

  /**
   * What a request may bring.
   *
   * @param bytes in its body
   * @param series in its body
   * @param samples in one series
   * @param time until it has arrived
   */
  public record Limits(long bytes, int series, int samples, Duration time) {}

  /**
   * What is kept, and for how long.
   *
   * @param series which uploaded series are kept
   * @param days how long verdicts are; 0 for ever
   * @param bytes how much kept series may take; 0 for no limit
   */
  public record Retention(Keep series, int days, long bytes) {}

  /** Which uploaded series are kept, so that they can be looked at and exported later. */
  public enum Keep {
    NONE,
    /** Those uploaded on a page. */
    PAGES,
    /** Those sent to the API, too. */
    ALL
  }

  /** The languages there are. */
  enum Language {
    EN,
    ZH
  }

  static Settings of(Map<Setting, Given> given) throws SettingException {
    Values values = setting -> Objects.requireNonNull(given.get(setting));
    return new Settings(
        new Listen(
            values.text(Setting.HOST), values.of(Setting.PORT).number(0, 65_535), tls(values)),
        Path.of(values.text(Setting.MODELS)),
        values.text(Setting.MODEL),
        Path.of(values.text(Setting.DATA)),
        values.of(Setting.DEVICE).choice(Device.class),
        values.of(Setting.THREADS).number(0, 1024),
        values.of(Setting.QUEUE).number(1, 10_000),
        limits(values),
        retention(values),
        webhook(values),
        Locale.forLanguageTag(
            values.of(Setting.LANGUAGE).choice(Language.class).name().toLowerCase(Locale.ROOT)),
        values.of(Setting.ZONE).zone());
  }

  private static Optional<Tls> tls(Values values) {
    String keystore = values.text(Setting.TLS_KEYSTORE);
    return keystore.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tls(Path.of(keystore), values.text(Setting.TLS_PASSWORD)));
  }

  private static Optional<Webhook> webhook(Values values) throws SettingException {
    Given url = values.of(Setting.WEBHOOK_URL);
    return url.text().isEmpty()
        ? Optional.empty()
        : Optional.of(new Webhook(url.url(), values.text(Setting.WEBHOOK_SECRET)));
  }

  private static Retention retention(Values values) throws SettingException {
    return new Retention(
        values.of(Setting.KEEP_SERIES).choice(Keep.class),
        values.of(Setting.KEEP_DAYS).number(0, 36_500),
        values.of(Setting.KEEP_MEGABYTES).number(0, 100_000_000) * 1_000_000L);
  }

  private static Limits limits(Values values) throws SettingException {
    return new Limits(
        values.of(Setting.MAX_UPLOAD).number(1, 2_000) * 1_000_000L,
        values.of(Setting.MAX_SERIES).number(1, 1_000_000),
        values.of(Setting.MAX_SAMPLES).number(1, 100_000_000),
        Duration.ofSeconds(values.of(Setting.UPLOAD_TIMEOUT).number(1, 86_400)));
  }

  private interface Values {
    Given of(Setting setting);

    default String text(Setting setting) {
      return of(setting).text();
    }
  }
}
