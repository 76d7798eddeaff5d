// java -cp 'lib/*' Score.java models/demo a.npy
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import java.nio.file.Path;
import java.util.List;

class Score {
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    Path file = Path.of(args[1]);
    try (Detector detector = Detector.open(model, Device.AUTO)) {
      Series series = new Series(file.toString(), NpyReader.read(file));
      Detection detection = detector.detect(List.of(series)).get(0);
      System.out.println(detection.verdict() + " " + detection.probability());
    }
  }
}
