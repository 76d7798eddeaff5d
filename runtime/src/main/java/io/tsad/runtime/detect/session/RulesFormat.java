package io.tsad.runtime.detect.session;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Quantiles;
import io.tsad.runtime.model.Threshold;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Rules} as bytes, for the cache. Not as JSON, like the card: setting up its parser takes as
 * long as loading ONNX Runtime.
 */
final class RulesFormat {
  /** To be raised whenever the format changes, or what makes a model valid. */
  private static final byte VERSION = 1;

  private RulesFormat() {}

  static byte[] write(Rules rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    ModelCard card = rules.card();
    try {
      out.writeByte(VERSION);
      out.writeUTF(rules.version());
      out.writeUTF(card.classes().get(0));
      out.writeUTF(card.classes().get(1));
      out.writeInt(card.positiveIndex());
      out.writeInt(card.length().samples());
      out.writeBoolean(card.length().pad());
      out.writeDouble(card.threshold().value());
      out.writeUTF(card.threshold().method());
      out.writeBoolean(card.inputContract().isPresent());
      if (card.inputContract().isPresent()) {
        write(card.inputContract().get(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Some text of the card is too long", e);
    }
    return bytes.toByteArray();
  }

  private static void write(InputContract contract, DataOutputStream out) throws IOException {
    for (Map<String, Double> quantiles : contract.toMap().values()) {
      for (double quantile : quantiles.values()) {
        out.writeDouble(quantile);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is of another version
   */
  static Rules read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.read() != VERSION) {
      throw new IOException("Written by another version of tsad");
    }
    String version = in.readUTF();
    List<String> classes = List.of(in.readUTF(), in.readUTF());
    String positive = classes.get(in.readInt());
    LengthRule length = new LengthRule(in.readInt(), in.readBoolean());
    Threshold threshold = new Threshold(in.readDouble(), in.readUTF());
    Optional<InputContract> contract =
        in.readBoolean() ? Optional.of(contract(in)) : Optional.empty();
    return new Rules(
        version,
        new ModelCard(classes, positive, length, threshold, contract, Map.of(), List.of()));
  }

  private static InputContract contract(DataInputStream in) throws IOException {
    return new InputContract(
        quantiles(in), quantiles(in), quantiles(in), quantiles(in), quantiles(in));
  }

  private static Quantiles quantiles(DataInputStream in) throws IOException {
    return new Quantiles(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
