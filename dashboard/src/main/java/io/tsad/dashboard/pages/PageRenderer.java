package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.rendering.FileRenderer;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the Thymeleaf templates of this package: {@code ctx.render("models", Map.of(…))} renders
 * {@code models.html}. Beside what the handler gives, a template sees {@code visitor} (a {@link
 * Visitor}), {@code caller} (a {@link Caller}), {@code operator} (whether the caller may change
 * things), {@code path} (what was asked for), {@code here} (the same with its query, to come back
 * to), {@code languages}, {@code chartJs} (where the library is served), {@code problemCount},
 * {@code brief} (a {@link ShortNumber}) and {@code faults} (what a fault is called, {@link
 * FaultWords}).
 */
public final class PageRenderer implements FileRenderer {
  private final TemplateEngine engine = new TemplateEngine();
  private final Map<Locale, FaultWords> faults = new HashMap<>();
  private final Visitor standard;
  private final IntSupplier problems;
  private final String chartJs = WebJar.find("chart.js").path("dist/chart.umd.js");

  /**
   * @param standard for browsers that say nothing
   * @param problems how many there are now
   */
  public PageRenderer(Visitor standard, IntSupplier problems) {
    this.standard = standard;
    this.problems = problems;
    Visitor.LANGUAGES.forEach(language -> faults.put(language, FaultWords.load(language)));
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(PageRenderer.class.getClassLoader());
    templates.setPrefix(PageRenderer.class.getPackageName().replace('.', '/') + "/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
    engine.setMessageResolver(new Messages());
    engine.setLinkBuilder(
        new StandardLinkBuilder() {
          @Override
          protected String computeContextPath(
              IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
            return ""; // pages stand at the root of the server
          }
        });
  }

  @Override
  public String render(
      String filePath, Map<String, ? extends @Nullable Object> model, Context context) {
    Visitor visitor = Visitor.of(context, standard);
    Caller caller = Caller.of(context);
    org.thymeleaf.context.Context page = new org.thymeleaf.context.Context(visitor.locale());
    page.setVariable("visitor", visitor);
    page.setVariable("caller", caller);
    page.setVariable("operator", caller.role().includes(Role.OPERATOR));
    page.setVariable("path", context.path());
    page.setVariable("here", here(context));
    page.setVariable("languages", Visitor.LANGUAGES);
    page.setVariable("chartJs", chartJs);
    page.setVariable("problemCount", problems.getAsInt());
    page.setVariable("brief", new ShortNumber());
    page.setVariable("faults", faults.get(visitor.locale()));
    model.forEach(page::setVariable);
    context.header("Content-Language", visitor.locale().toLanguageTag());
    context.header("Vary", "Accept-Language, Cookie");
    return engine.process(filePath, page);
  }

  private static String here(Context context) {
    String query = context.queryString();
    boolean reading = context.method().equals(HandlerType.GET);
    return !reading ? "/" : query == null ? context.path() : context.path() + "?" + query;
  }
}
