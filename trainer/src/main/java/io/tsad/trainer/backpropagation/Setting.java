package io.tsad.trainer.backpropagation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a fit, by the names that users know: what a checkpoint must agree in, what the card
 * tells and what departs from the reference follow from it.
 *
 * @param option as the command takes it, without dashes; null for what cannot be chosen
 * @param given what the option is given to get the setting
 * @param field of the card
 * @param told what the card says, as a JSON value
 * @param reference what the reference would be given; null if the field alone tells enough
 */
record Setting(
    @Nullable String option,
    Function<FitConfig, Object> given,
    String field,
    Function<FitConfig, Object> told,
    @Nullable Object reference) {
  /** One that the card tells as it was given, under the name of its option. */
  static Setting of(String option, Function<FitConfig, Object> given) {
    return new Setting(option, given, option, given, null);
  }

  /** One that is always the same. */
  static Setting fixed(String field, String told) {
    return new Setting(null, config -> told, field, config -> told, null);
  }

  Setting inCard(String name, Function<FitConfig, Object> as) {
    return new Setting(option, given, name, as, reference);
  }

  Setting inReference(Object value) {
    return new Setting(option, given, field, told, value);
  }
}
