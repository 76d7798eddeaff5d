package io.tsad.runtime.model;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a model, {@code models/<name>}, and what its files are called. Only the model
 * itself has to be there: one from elsewhere has nothing beside it.
 *
 * @param path of the folder
 */
public record ModelFolder(Path path) {
  private static final String MODEL = "model.onnx";

  /** The name of the file with the same model in float16. */
  public static final String HALF = "model.fp16.onnx";

  /** Whether {@code folder} has a model, or what is beside one. */
  public static boolean is(Path folder) {
    ModelFolder model = new ModelFolder(folder);
    return Files.exists(model.model()) || Files.exists(model.card());
  }

  /** The model file that {@code model}, a file or a folder, means. */
  public static Path fileOf(Path model) {
    return Files.isDirectory(model) ? new ModelFolder(model).model() : model;
  }

  /** The model. */
  public Path model() {
    return path.resolve(MODEL);
  }

  /** The same model in float16. */
  public Path half() {
    return path.resolve(HALF);
  }

  /** The card in the model, for people and tools. */
  public Path card() {
    return path.resolve("card.json");
  }

  /** How the model did on the validation set. */
  public Path evaluation() {
    return path.resolve("evaluation.json");
  }

  /** A line of JSON for each epoch of the training. */
  public Path history() {
    return path.resolve("history.jsonl");
  }

  /** The ROC curves. */
  public Path rocPlot() {
    return path.resolve("roc.png");
  }

  /** The folder of TensorBoard's event files. */
  public Path tensorboard() {
    return path.resolve("tensorboard");
  }
}
