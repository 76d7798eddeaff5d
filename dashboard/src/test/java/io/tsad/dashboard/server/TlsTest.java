package io.tsad.dashboard.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.config.Setting;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "of this test";

  @TempDir private Path home;

  @Test
  void withAKeyItServesHttpsAndSaysSoToBrowsers() throws Exception {
    Path keystore = keystore();
    try (TestServer server = TestServer.start(home, settings(keystore, PASSWORD))) {
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(server.uri("/models")).build(), BodyHandlers.ofString());
      assertEquals("https", server.uri("/").getScheme());
      assertEquals(200, answer.statusCode());
      assertEquals(
          "max-age=31536000", answer.headers().firstValue("Strict-Transport-Security").orElse(""));
      String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
      assertTrue(cookie.startsWith("__Host-tsad=") && cookie.endsWith("; Secure"), cookie);
    }
  }

  @Test
  void aKeyThatCannotBeReadIsAFaultInOneLine() throws Exception {
    Path keystore = keystore();
    for (Map<Setting, String> wrong :
        List.of(settings(keystore, "another"), settings(home.resolve("none.p12"), PASSWORD))) {
      ServerException fault =
          assertThrows(ServerException.class, () -> TestServer.start(home, wrong));
      assertTrue(fault.getMessage().contains("cannot be read as a key store"), fault.getMessage());
    }
  }

  private static Map<Setting, String> settings(Path keystore, String password) {
    return Map.of(Setting.TLS_KEYSTORE, keystore.toString(), Setting.TLS_PASSWORD, password);
  }

  private Path keystore() throws Exception {
    Path keystore = home.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tsad",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, keytool.waitFor(), Files.readString(home.resolve("keytool.log")));
    return keystore;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("tsad", keys.getCertificate("tsad"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
