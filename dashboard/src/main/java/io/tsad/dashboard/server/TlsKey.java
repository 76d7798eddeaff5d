package io.tsad.dashboard.server;

import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.fault.Cause;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The key and the certificate that HTTPS is served with. */
record TlsKey(KeyStore keys, String password) {
  static TlsKey load(Settings.Tls tls) throws ServerException {
    try {
      return new TlsKey(
          KeyStore.getInstance(tls.keystore().toFile(), tls.password().toCharArray()),
          tls.password());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new ServerException(
          tls.keystore().toString(),
          "cannot be read as a key store"
              + (e instanceof FileSystemException ? " (%s)".formatted(Cause.of(e)) : ""),
          "name a PKCS #12 file, and its password in $TSAD_DASHBOARD_TLS_PASSWORD",
          e);
    }
  }

  /** Listens with it. */
  ServerConnector connector(Server server, HttpConfiguration http, Settings.Listen listen) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(password);
    // A certificate's names are for the client to check; people ask by address, too.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(http));
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    return connector;
  }
}
