package io.tsad.trainer.training;

import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.Ending;
import io.tsad.trainer.backpropagation.TorchNetwork;
import io.tsad.trainer.export.EnsembleNodes;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.NetworkNodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fitted networks whose probabilities are averaged; or one, which has the say.
 *
 * @param members at least one once it is used
 * @param endings how the fit of each ended
 * @param device they were fitted on
 */
record FittedEnsemble(
    Plan plan,
    Network network,
    List<TorchNetwork> members,
    List<Ending> endings,
    TorchDevice device)
    implements FittedModel {
  /** Probabilities nearer to 0 than this have no logarithm to speak of in single precision. */
  private static final double LEAST = 1e-30;

  @Override
  public List<float[]> probabilities(List<double[]> raw) {
    List<float[]> rows = members.get(0).probabilities(raw, plan.length());
    for (TorchNetwork member : members.subList(1, members.size())) {
      List<float[]> more = member.probabilities(raw, plan.length());
      for (int i = 0; i < rows.size(); i++) {
        for (int label = 0; label < rows.get(i).length; label++) {
          rows.get(i)[label] += more.get(i)[label];
        }
      }
    }
    if (members.size() > 1) {
      for (float[] row : rows) {
        for (int label = 0; label < row.length; label++) {
          row[label] /= members.size();
        }
      }
    }
    return rows;
  }

  /** The logits of one network; of several, the logarithms of their mean probabilities. */
  @Override
  public double[] margins(List<double[]> raw, int positive) {
    if (members.size() == 1) {
      return members.get(0).logits(raw, plan.length()).stream()
          .mapToDouble(row -> (double) row[positive] - row[1 - positive])
          .toArray();
    }
    return probabilities(raw).stream()
        .mapToDouble(
            row ->
                Math.log(Math.max(LEAST, row[positive]))
                    - Math.log(Math.max(LEAST, row[1 - positive])))
        .toArray();
  }

  @Override
  public Optional<double[]> leftOut() {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> training(HeldBack split) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recipe", plan.recipe().name());
    fields.put("deviations", deviations());
    fields.putAll(plan.fit().card());
    fields.put("heldBack", split.held().size());
    fields.put("seed", plan.fit().seed());
    fields.put("device", device.name());
    fields.put("fits", endings.stream().map(FittedEnsemble::fields).toList());
    Duration budget = plan.runOptions().budget();
    if (budget != null) {
      double fitting = endings.stream().mapToDouble(Ending::seconds).sum();
      fields.put("budget", new Budget(budget, Instant.EPOCH).fields(fitting));
    }
    return fields;
  }

  private Map<String, Object> deviations() {
    Map<String, Object> deviations = new LinkedHashMap<>(plan.recipe().deviations());
    deviations.putAll(plan.fit().deviations());
    return deviations;
  }

  private static Map<String, Object> fields(Ending ending) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epochs", ending.epochs());
    fields.put("kept", ending.kept());
    fields.put("endedBy", ending.reason().toString());
    return fields;
  }

  @Override
  public ModelNodes nodes() {
    List<NetworkNodes> nodes = new ArrayList<>();
    members.forEach(member -> nodes.add(new NetworkNodes(network, member.weights())));
    return nodes.size() == 1 ? nodes.get(0) : new EnsembleNodes(nodes);
  }

  @Override
  public void close() {
    members.forEach(TorchNetwork::close);
  }
}
