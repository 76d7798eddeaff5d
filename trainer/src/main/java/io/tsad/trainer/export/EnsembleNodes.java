package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Networks that vote: the mean of their probabilities, and the mean of their relevance.
 *
 * @param members of one architecture, at least one
 */
public record EnsembleNodes(List<NetworkNodes> members) implements ModelNodes {
  public EnsembleNodes {
    members = List.copyOf(members);
  }

  @Override
  public String name() {
    return members.get(0).name();
  }

  @Override
  public Optional<ModelNodes> inHalf() {
    return Optional.of(
        new EnsembleNodes(
            members.stream()
                .map(member -> new NetworkNodes(member.network(), member.weights(), true))
                .toList()));
  }

  @Override
  public Scoring add(OnnxGraph graph, String series, LengthRule rule) {
    String scaled = PreprocessingGraph.add(graph, series, rule);
    List<Scoring> scorings = new ArrayList<>();
    List<String> probabilities = new ArrayList<>();
    for (NetworkNodes member : members) {
      OnnxGraph own = within(graph, scorings.size());
      Scoring scoring = member.add(own, series, scaled);
      scorings.add(scoring);
      probabilities.add(
          own.node("probability", "Softmax", List.of(scoring.logits()), Map.of("axis", 1L)));
    }
    String mean = graph.node("members.probability", "Mean", probabilities, Map.of());
    // Its softmax is the mean again: probabilities add up to one.
    String logits = graph.node("members.logits", "Log", mean);
    return new Scoring() {
      @Override
      public String logits() {
        return logits;
      }

      @Override
      public void addRelevance(String output, int positive) {
        List<String> relevance = new ArrayList<>();
        for (int i = 0; i < scorings.size(); i++) {
          scorings.get(i).addRelevance("relevance", positive);
          relevance.add("member%d.relevance".formatted(i + 1));
        }
        graph.node(output, "Mean", relevance, Map.of());
      }
    };
  }

  private static OnnxGraph within(OnnxGraph graph, int member) {
    return graph.within("member%d.".formatted(member + 1));
  }
}
