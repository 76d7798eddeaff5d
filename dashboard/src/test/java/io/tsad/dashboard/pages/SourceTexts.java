package io.tsad.dashboard.pages;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The texts that a source file gives to constructors, with 7 for what is put in when it runs. */
final class SourceTexts extends TreeScanner<Void, Void> {
  private static final String SOMETHING = "7";

  /** The first parameter that is a text for people, by the name of the class. */
  private final Map<String, Integer> constructors;

  private final List<String> found = new ArrayList<>();

  private SourceTexts(Map<String, Integer> constructors) {
    this.constructors = constructors;
  }

  static SourceTexts of(Path file, Map<String, Integer> constructors) throws IOException {
    SourceTexts texts = new SourceTexts(constructors);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      texts.scan(task.parse(), null);
    }
    return texts;
  }

  List<String> found() {
    return found;
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void none) {
    Integer first = constructors.get(made.getIdentifier().toString());
    if (first != null) {
      made.getArguments().stream()
          .skip(first)
          .flatMap(text -> texts(text).stream())
          .forEach(this::add);
    }
    return super.visitNewClass(made, null);
  }

  /** A parameter's fault is made in one place, of what was wanted. */
  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
    if (call.getMethodSelect().toString().equals("wrong")) {
      texts(call.getArguments().get(0)).forEach(wanted -> add("Give " + wanted));
    }
    return super.visitMethodInvocation(call, null);
  }

  private void add(String text) {
    if (text.replace(SOMETHING, "").strip().contains(" ")) { // not put together of others alone
      found.add(text);
    }
  }

  /** All that an expression may be. */
  private static List<String> texts(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      return List.of(literal.getValue() instanceof String text ? text : "");
    } else if (expression instanceof ParenthesizedTree inner) {
      return texts(inner.getExpression());
    } else if (expression instanceof ConditionalExpressionTree either) {
      List<String> both = new ArrayList<>(texts(either.getTrueExpression()));
      both.addAll(texts(either.getFalseExpression()));
      return both;
    } else if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      List<String> sums = new ArrayList<>();
      for (String left : texts(sum.getLeftOperand())) {
        texts(sum.getRightOperand()).forEach(right -> sums.add(left + right));
      }
      return sums;
    } else if (expression instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree method
        && method.getIdentifier().contentEquals("formatted")) {
      return texts(method.getExpression()).stream()
          .map(text -> text.replaceAll("%[,.0-9]*[sdf]", SOMETHING))
          .toList();
    }
    return List.of(SOMETHING);
  }
}
