package io.tsad.dashboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ognl.Ognl;
import ognl.OgnlException;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.Assignation;
import org.thymeleaf.standard.expression.AssignationSequence;
import org.thymeleaf.standard.expression.AssignationUtils;
import org.thymeleaf.standard.expression.BinaryOperationExpression;
import org.thymeleaf.standard.expression.ConditionalExpression;
import org.thymeleaf.standard.expression.DefaultExpression;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.EachUtils;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentSignatureUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.LinkExpression;
import org.thymeleaf.standard.expression.MessageExpression;
import org.thymeleaf.standard.expression.MinusExpression;
import org.thymeleaf.standard.expression.NegationExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.expression.VariableExpression;
import org.unbescape.html.HtmlEscape;

/**
 * All expressions of a template, parsed down to the last one in a branch that may never have been
 * rendered. Thymeleaf itself parses what stands between <code>${</code> and <code>}</code> only
 * when a page comes by it.
 */
final class TemplateExpressions extends AbstractMarkupHandler {
  private static final Pattern INLINED = Pattern.compile("\\[[\\[(](.+?)[])]]", Pattern.DOTALL);

  private final IExpressionContext context = new ExpressionContext(engine().getConfiguration());
  private final List<String> faults = new ArrayList<>();
  private final List<MessageExpression> messages = new ArrayList<>();
  private int parsed;

  private static TemplateEngine engine() {
    TemplateEngine engine = new TemplateEngine();
    engine.setMessageResolver(new Messages());
    return engine;
  }

  /** Those of {@code template}. */
  static TemplateExpressions of(String template) throws ParseException {
    TemplateExpressions found = new TemplateExpressions();
    new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, found);
    return found;
  }

  /** What cannot be parsed, as {@code line 12: …}; empty if all can. */
  List<String> faults() {
    return faults;
  }

  /** All messages asked for. */
  List<MessageExpression> messages() {
    return messages;
  }

  /** How many expressions were parsed. */
  int parsed() {
    return parsed;
  }

  @Override
  public void handleAttribute(
      char[] buffer,
      int nameOffset,
      int nameLength,
      int nameLine,
      int nameColumn,
      int operatorOffset,
      int operatorLength,
      int operatorLine,
      int operatorColumn,
      int valueOffset,
      int valueLength,
      int outerOffset,
      int outerLength,
      int valueLine,
      int valueColumn) {
    String name = new String(buffer, nameOffset, nameLength);
    if (name.startsWith("th:")) {
      String value = HtmlEscape.unescapeHtml(new String(buffer, valueOffset, valueLength));
      check(nameLine, name + "=" + value, () -> attribute(name.substring(3), value));
    }
  }

  @Override
  public void handleText(char[] buffer, int offset, int length, int line, int column) {
    Matcher inlined = INLINED.matcher(new String(buffer, offset, length));
    while (inlined.find()) {
      check(line, inlined.group(), () -> parse(inlined.group(1)));
    }
  }

  private interface Check {
    void run() throws OgnlException;
  }

  private void check(int line, String text, Check check) {
    try {
      check.run();
    } catch (OgnlException | TemplateProcessingException | IllegalArgumentException e) {
      faults.add("line %d: %s: %s".formatted(line, text, e.getMessage()));
    }
  }

  private void attribute(String name, String value) throws OgnlException {
    switch (name) {
      case "fragment" ->
          FragmentSignatureUtils.parseFragmentSignature(context.getConfiguration(), value);
      case "each" -> {
        Each each = EachUtils.parseEach(context, value);
        walk(each.getIterable());
      }
      case "with", "attr" -> walk(AssignationUtils.parseAssignationSequence(context, value, false));
      default -> parse(value);
    }
  }

  private void parse(String text) throws OgnlException {
    if (text.contains("__")) {
      throw new IllegalArgumentException("what is preprocessed cannot be checked before it runs");
    }
    walk(
        StandardExpressions.getExpressionParser(context.getConfiguration())
            .parseExpression(context, text));
  }

  private void walk(AssignationSequence assignations) throws OgnlException {
    for (Assignation one : assignations) {
      walk(one.getLeft());
      if (one.getRight() != null) {
        walk(one.getRight());
      }
    }
  }

  private void walk(IStandardExpression expression) throws OgnlException {
    parsed++;
    if (expression instanceof VariableExpression variable) {
      Ognl.parseExpression(variable.getExpression());
    } else if (expression instanceof MessageExpression message) {
      messages.add(message);
      walk(message.getBase());
      if (message.hasParameters()) {
        for (IStandardExpression one : message.getParameters()) {
          walk(one);
        }
      }
    } else if (expression instanceof LinkExpression link) {
      walk(link.getBase());
      if (link.hasParameters()) {
        walk(link.getParameters());
      }
    } else if (expression instanceof FragmentExpression fragment) {
      if (fragment.hasFragmentSelector()) {
        walk(fragment.getFragmentSelector());
      }
      if (fragment.hasParameters()) {
        walk(fragment.getParameters());
      }
    } else if (expression instanceof BinaryOperationExpression both) {
      walk(both.getLeft());
      walk(both.getRight());
    } else if (expression instanceof ConditionalExpression condition) {
      walk(condition.getConditionExpression());
      walk(condition.getThenExpression());
      walk(condition.getElseExpression());
    } else if (expression instanceof DefaultExpression other) {
      walk(other.getQueriedExpression());
      walk(other.getDefaultExpression());
    } else if (expression instanceof NegationExpression not) {
      walk(not.getOperand());
    } else if (expression instanceof MinusExpression minus) {
      walk(minus.getOperand());
    }
  }
}
