package io.tsad.runtime.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataTest {
  @TempDir Path folder;

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private Path write(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("model.onnx"), bytes);
  }

  @Test
  void aValueIsFoundByItsKeyAmongOthersAndBehindTheGraph() throws Exception {
    Path file =
        write(
            ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().setName("key"))
                .addMetadataProps(entry("other", "a"))
                .addMetadataProps(entry("key", "Größe"))
                .build()
                .toByteArray());
    assertEquals(Optional.of("Größe"), Metadata.of("key", file));
    assertEquals(Optional.empty(), Metadata.of("Größe", file));
  }

  @Test
  void whatIsNoModelHasNone() throws Exception {
    assertEquals(Optional.empty(), Metadata.of("key", write(new byte[0])));
    assertEquals(Optional.empty(), Metadata.of("key", write(new byte[] {114, 127, 1})));
    assertEquals(Optional.empty(), Metadata.of("key", folder.resolve("missing.onnx")));
  }
}
