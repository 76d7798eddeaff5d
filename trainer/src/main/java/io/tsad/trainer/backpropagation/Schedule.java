package io.tsad.trainer.backpropagation;

import java.util.Optional;

/** What becomes of the learning rate as a fit goes on. */
public sealed interface Schedule {
  /** It stays. */
  record Constant() implements Schedule {
    @Override
    public String toString() {
      return "constant";
    }
  }

  /**
   * It is halved, down to a tenth, whenever the training loss has not fallen for {@code patience}
   * epochs; as in Ismail Fawaz et al., <em>Deep Learning for Time Series Classification: a
   * Review</em>, 2019, whose patience is 50 of 1,500 epochs.
   */
  record Plateau(int patience) implements Schedule {
    static final double FACTOR = 0.5;
    static final double LEAST = 0.1;

    /** A fall by a smaller share than this is none: the default of PyTorch's ReduceLROnPlateau. */
    static final double THRESHOLD = 1e-4;

    @Override
    public String toString() {
      return "plateau=" + patience;
    }
  }

  /**
   * It falls to zero along half a cosine. Loshchilov and Hutter, <em>SGDR: Stochastic Gradient
   * Descent with Warm Restarts</em>, ICLR 2017, without restarts.
   */
  record Cosine() implements Schedule {
    @Override
    public String toString() {
      return "cosine";
    }
  }

  /** As {@code --schedule} takes it; empty if there is none of that name. */
  static Optional<Schedule> named(String text) {
    if (text.matches("plateau=[1-9][0-9]{0,5}")) {
      return Optional.of(new Plateau(Integer.parseInt(text.substring("plateau=".length()))));
    }
    return switch (text) {
      case "constant" -> Optional.of(new Constant());
      case "plateau" -> Optional.of(new Plateau(5));
      case "cosine" -> Optional.of(new Cosine());
      default -> Optional.empty();
    };
  }
}
