package io.tsad.trainer.backpropagation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to fit.
 *
 * @param epochs how often as many series as there are get drawn, at most
 * @param batch series a step
 * @param learningRate of Adam
 * @param warmup steps over which the learning rate grows linearly to its value; 0 for none
 * @param schedule of the learning rate after that
 * @param patience epochs that the loss on series held back may not fall until the fit is over, with
 *     the best weights; 0 for all epochs, and the last weights
 * @param balance between classes
 * @param augmentations of series in training, in this order, before the noise
 * @param noise added to scaled samples
 * @param seed of everything random
 */
public record FitConfig(
    int epochs,
    int batch,
    double learningRate,
    int warmup,
    Schedule schedule,
    int patience,
    Balance balance,
    List<Augmentation> augmentations,
    Noise noise,
    long seed) {
  /** In the order of the card. The seed is of more than the fit. */
  private static final List<Setting> SETTINGS =
      List.of(
          Setting.of("epochs", FitConfig::epochs),
          Setting.of("batch", FitConfig::batch),
          Setting.fixed("optimizer", "Adam"),
          Setting.of("lr", FitConfig::learningRate).inCard("learningRate", FitConfig::learningRate),
          Setting.of("warmup", FitConfig::warmup),
          Setting.of("schedule", one -> one.schedule.toString()).inReference("constant"),
          Setting.of("patience", FitConfig::patience).inReference(0),
          Setting.fixed("loss", "cross-entropy"),
          Setting.of("balance", one -> one.balance.toString())
              .inCard("sampler", one -> one.balance.description())
              .inReference("sampler"),
          Setting.of("augment", one -> String.join(",", one.names()))
              .inCard("augmentations", FitConfig::names)
              .inReference(""),
          Setting.of("noise", one -> one.noise.toString())
              .inCard("noise", one -> List.of(one.noise.low(), one.noise.high())));

  public FitConfig {
    augmentations = List.copyOf(augmentations);
  }

  /** As the reference fits, but for its noise: one learning rate, classes drawn equally often. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    return builder()
        .epochs(epochs)
        .batch(batch)
        .learningRate(learningRate)
        .warmup(warmup)
        .schedule(schedule)
        .patience(patience)
        .balance(balance)
        .augmentations(augmentations)
        .noise(noise)
        .seed(seed);
  }

  /** What options say the same, with their dashes. */
  public Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    SETTINGS.stream()
        .filter(setting -> setting.option() != null)
        .forEach(setting -> options.put("--" + setting.option(), setting.given().apply(this)));
    return options;
  }

  /** What a card says of it, as JSON values by field. */
  public Map<String, Object> card() {
    Map<String, Object> fields = new LinkedHashMap<>();
    SETTINGS.forEach(setting -> fields.put(setting.field(), setting.told().apply(this)));
    return fields;
  }

  /** What differs from the reference beside what its recipe says, by the name of its option. */
  public Map<String, Object> deviations() {
    Map<String, Object> deviations = new LinkedHashMap<>();
    for (Setting setting : SETTINGS) {
      Object given = setting.given().apply(this);
      if (setting.option() != null
          && setting.reference() != null
          && !setting.reference().equals(given)) {
        deviations.put(setting.option(), given);
      }
    }
    return deviations;
  }

  private List<String> names() {
    return augmentations.stream().map(Augmentation::toString).toList();
  }

  /** A configuration in the making; each method sets the component of its name. */
  public static final class Builder {
    private int epochs = 3;
    private int batch = 10;
    private double learningRate = 0.001;
    private int warmup;
    private Schedule schedule = new Schedule.Constant();
    private int patience;
    private Balance balance = Balance.SAMPLER;
    private List<Augmentation> augmentations = List.of();
    private Noise noise = new Noise(0, 0);
    private long seed;

    private Builder() {}

    public Builder epochs(int value) {
      epochs = value;
      return this;
    }

    public Builder batch(int value) {
      batch = value;
      return this;
    }

    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    public Builder warmup(int value) {
      warmup = value;
      return this;
    }

    public Builder schedule(Schedule value) {
      schedule = value;
      return this;
    }

    public Builder patience(int value) {
      patience = value;
      return this;
    }

    public Builder balance(Balance value) {
      balance = value;
      return this;
    }

    public Builder augmentations(List<Augmentation> value) {
      augmentations = value;
      return this;
    }

    public Builder noise(Noise value) {
      noise = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** What was set. */
    public FitConfig build() {
      return new FitConfig(
          epochs,
          batch,
          learningRate,
          warmup,
          schedule,
          patience,
          balance,
          augmentations,
          noise,
          seed);
    }
  }
}
