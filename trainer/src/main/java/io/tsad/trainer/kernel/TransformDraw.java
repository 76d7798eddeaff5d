package io.tsad.trainer.kernel;

import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.hydra.HydraDraw;
import io.tsad.trainer.kernel.innovations.InnovationsDraw;
import io.tsad.trainer.kernel.multirocket.MultiRocketDraw;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.View;
import io.tsad.trainer.kernel.view.ViewDraw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a transform for a training set. Labels are not looked at. */
public final class TransformDraw {
  /** The views there are, in the order of their features. */
  private static final List<ViewDraw> VIEWS =
      List.of(new MultiRocketDraw(), new HydraDraw(), new InnovationsDraw());

  private TransformDraw() {}

  /**
   * Draws it.
   *
   * @param grids training series of {@code length} samples, on the grid
   */
  public static KernelTransform draw(int length, List<int[]> grids, RandomStream random) {
    List<View> views = new ArrayList<>();
    for (ViewDraw draw : VIEWS) {
      View view = draw.draw(length, grids, random);
      if (view.features() > 0) {
        views.add(view);
      }
    }
    return new KernelTransform(length, views);
  }

  /** What is known of a model for series of {@code length} samples before it is fitted. */
  public static Blueprint blueprint(String name, int length) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("scaling", "mean 0, deviation 1");
    parameters.put("gridSteps", Grid.STEPS);
    parameters.put("sources", List.of("series", "difference"));
    int features = 0;
    long count = 0;
    for (ViewDraw draw : VIEWS) {
      draw.describe(length, parameters);
      features += draw.features(length);
      count += draw.parameters(length);
    }
    return blueprint(name, parameters, features, count);
  }

  /** The same of a transform with some of its parts. */
  public static Blueprint blueprint(Blueprint planned, KernelTransform kept) {
    long count = kept.views().stream().mapToLong(View::parameters).sum();
    return blueprint(
        planned.name(), new LinkedHashMap<>(planned.parameters()), kept.features(), count);
  }

  private static Blueprint blueprint(
      String name, Map<String, Object> parameters, int features, long count) {
    parameters.put("features", features);
    // The head's weights and centres, and what each view takes.
    return new Blueprint(name, parameters, 2L * features + count);
  }
}
