package io.tsad.dashboard.pages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/**
 * The texts of pages: {@code messages.properties} in English, and one file for each other language.
 * Templates take them with {@code #{key}}. One that is missing shows up as its key in brackets.
 */
public final class Messages extends AbstractMessageResolver {
  private static final String BUNDLE = Messages.class.getPackageName() + ".messages";

  /** The text of {@code key}, its placeholders filled as {@link MessageFormat} does. */
  public String text(Locale locale, String key, @Nullable Object... parameters) {
    String found = find(locale, key, parameters);
    return found == null ? absent(key) : found;
  }

  private static String absent(String key) {
    return "[" + key + "]";
  }

  private static @Nullable String find(Locale locale, String key, @Nullable Object... parameters) {
    try {
      // Not the default locale's: English is what there is where a language lacks a text.
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      return new MessageFormat(bundle.getString(key), locale).format(parameters);
    } catch (MissingResourceException e) {
      return null;
    }
  }

  /** Null where there is none, so that a template may ask whether there is one. */
  @Override
  public @Nullable String resolveMessage(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      @Nullable Object[] messageParameters) {
    return find(
        context.getLocale(), key, messageParameters == null ? new Object[0] : messageParameters);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      @Nullable Object[] messageParameters) {
    return absent(key);
  }
}
