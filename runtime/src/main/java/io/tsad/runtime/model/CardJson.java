package io.tsad.runtime.model;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card as JSON. Fields keep their order, so equal cards are equal bytes. */
public final class CardJson {
  private static final String VERSION = "contractVersion";
  private static final String CLASSES = "classes";
  private static final String POSITIVE = "positive";
  private static final String LENGTH = "length";
  private static final String THRESHOLD = "threshold";
  private static final String INPUT = "inputContract";
  private static final String GOLDEN = "golden";

  private CardJson() {}

  /** Writes {@code card} for people and tools: indented, golden series last. */
  public static String write(ModelCard card) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(VERSION, Contract.VERSION);
    fields.put(CLASSES, card.classes());
    fields.put(POSITIVE, card.positive());
    Map<String, Object> length = new LinkedHashMap<>();
    length.put("samples", card.length().samples());
    length.put("longer", "cut");
    length.put("shorter", card.length().pad() ? "pad" : "refuse");
    fields.put(LENGTH, length);
    Map<String, Object> threshold = new LinkedHashMap<>();
    threshold.put("value", card.threshold().value());
    threshold.put("method", card.threshold().method());
    fields.put(THRESHOLD, threshold);
    fields.putAll(card.provenance());
    card.inputContract().ifPresent(contract -> fields.put(INPUT, contract.toMap()));
    fields.put(GOLDEN, card.golden().stream().map(CardJson::write).toList());
    try {
      return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> write(GoldenSeries golden) {
    ByteBuffer bytes =
        ByteBuffer.allocate(golden.values().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(golden.values());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", golden.name());
    fields.put("probability", golden.probabilities());
    fields.put("float64", Base64.getEncoder().encodeToString(bytes.array()));
    return fields;
  }

  /**
   * Reads a card.
   *
   * @param json the text of the {@value Contract#CARD} property
   * @param model what messages call the model
   * @throws InvalidModelException if it is not a card of contract version {@value
   *     Contract#VERSION}; the message names the first field at fault
   */
  public static ModelCard read(String json, String model) throws InvalidModelException {
    CardFields card = CardFields.parse(json, model);
    long version = card.integer(VERSION);
    if (version != Contract.VERSION) {
      throw new InvalidModelException(
          model,
          "has model contract version " + version,
          "this tsad reads version %d: use a tsad made for it, or export it again"
              .formatted(Contract.VERSION));
    }
    List<String> classes = card.texts(CLASSES);
    String positive = card.text(POSITIVE);
    card.require(
        classes.size() == 2 && !classes.get(0).equals(classes.get(1)),
        CLASSES,
        "must name two classes");
    card.require(classes.contains(positive), POSITIVE, "must be one of the classes");
    CardFields length = card.object(LENGTH);
    long samples = length.integer("samples");
    length.require(
        samples >= 1 && samples <= Integer.MAX_VALUE, "samples", "must be from 1 to 2^31-1");
    String shorter = length.text("shorter");
    length.require(
        shorter.equals("pad") || shorter.equals("refuse"), "shorter", "must be pad or refuse");
    length.require(length.text("longer").equals("cut"), "longer", "must be cut");
    CardFields threshold = card.object(THRESHOLD);
    double value = threshold.number("value");
    threshold.require(value >= 0 && value <= 1, "value", "must be from 0 to 1");
    List<GoldenSeries> golden = new ArrayList<>();
    for (CardFields series : card.objects(GOLDEN)) {
      golden.add(readGolden(series));
    }
    return new ModelCard(
        classes,
        positive,
        new LengthRule((int) samples, shorter.equals("pad")),
        new Threshold(value, threshold.text("method")),
        card.has(INPUT) ? Optional.of(readInput(card.object(INPUT))) : Optional.empty(),
        card.except(VERSION, CLASSES, POSITIVE, LENGTH, THRESHOLD, INPUT, GOLDEN),
        golden);
  }

  private static InputContract readInput(CardFields fields) throws InvalidModelException {
    return new InputContract(
        readQuantiles(fields.object("length")),
        readQuantiles(fields.object("minimum")),
        readQuantiles(fields.object("maximum")),
        readQuantiles(fields.object("range")),
        readQuantiles(fields.object("constantShare")));
  }

  private static Quantiles readQuantiles(CardFields fields) throws InvalidModelException {
    Quantiles quantiles =
        new Quantiles(
            fields.finite("p0"),
            fields.finite("p1"),
            fields.finite("p5"),
            fields.finite("p25"),
            fields.finite("p50"),
            fields.finite("p75"),
            fields.finite("p95"),
            fields.finite("p99"),
            fields.finite("p100"));
    // The others are not held to it: rounding may swap two of them, and no order of theirs makes
    // a series outlie that is within these two.
    fields.require(quantiles.p0() <= quantiles.p100(), "p100", "must not be below p0");
    return quantiles;
  }

  private static GoldenSeries readGolden(CardFields fields) throws InvalidModelException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getDecoder().decode(fields.text("float64")));
    } catch (IllegalArgumentException e) {
      throw fields.fault("float64", "must be base64");
    }
    fields.require(
        bytes.remaining() % Double.BYTES == 0, "float64", "must be base64 of 8-byte samples");
    double[] values = new double[bytes.remaining() / Double.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    List<Float> probabilities =
        fields.numbers("probability").stream().map(Double::floatValue).toList();
    fields.require(probabilities.size() == 2, "probability", "must have two numbers");
    return new GoldenSeries(fields.text("name"), values, probabilities);
  }
}
