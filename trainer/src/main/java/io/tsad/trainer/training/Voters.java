package io.tsad.trainer.training;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.export.EnsembleNodes;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.NetworkNodes;
import io.tsad.trainer.fit.TorchNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * Fitted networks whose probabilities are averaged; or one, which has the say.
 *
 * @param members at least one once it is used
 */
record Voters(Network network, List<TorchNetwork> members, LengthRule length)
    implements FittedModel {
  @Override
  public List<float[]> probabilities(List<double[]> raw) {
    List<float[]> rows = members.get(0).probabilities(raw, length);
    for (TorchNetwork member : members.subList(1, members.size())) {
      List<float[]> more = member.probabilities(raw, length);
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
