package io.tsad.hostile;

import static io.tsad.hostile.Entry.IMPORT;
import static io.tsad.hostile.Entry.INFER;
import static io.tsad.hostile.Entry.INFER_FOLDER;
import static io.tsad.hostile.Entry.INSPECT;
import static io.tsad.hostile.Entry.TRAIN;

import java.util.List;

/** Names with no regular file under them. */
final class FileRows {
  private static final String SKIPPED = "is no regular file, skipped";

  static final List<HostileInput> ROWS =
      List.of(
          HostileInput.of("a pipe", "pipe.npy", SpecialFile.FIFO)
              .skipped(SKIPPED, INFER_FOLDER, TRAIN, INSPECT),
          HostileInput.of("a pipe that is called CSV", "pipe.csv", SpecialFile.FIFO)
              .skipped(SKIPPED, INFER_FOLDER),
          HostileInput.of("a socket", "socket.npy", SpecialFile.SOCKET)
              .skipped(SKIPPED, INFER_FOLDER, TRAIN, INSPECT)
              .refused("is a socket or device that cannot be read; name a file or a pipe", INFER),
          HostileInput.of("a link to a device", "zero.npy", SpecialFile.LINK_TO_DEVICE)
              .skipped(SKIPPED, INFER_FOLDER, TRAIN, INSPECT)
              .refused(
                  "is not a .npy file (wrong magic bytes); save the series with numpy.save", INFER),
          HostileInput.of("a link to a pipe", "link.npz", SpecialFile.LINK_TO_FIFO)
              .skipped(SKIPPED, INFER_FOLDER),
          HostileInput.of("a link to a pipe, to train on", "link.npy", SpecialFile.LINK_TO_FIFO)
              .skipped(SKIPPED, TRAIN, INSPECT),
          HostileInput.of("a link to nothing", "gone.npy", SpecialFile.DANGLING_LINK)
              .refused(
                  "is a link to what is not there; mend or remove the link",
                  INFER,
                  INFER_FOLDER,
                  TRAIN,
                  INSPECT),
          HostileInput.of("a link to itself", "loop.npy", SpecialFile.LINK_TO_ITSELF)
              .refused(
                  "is a link that cannot be followed: its links lead in a circle;"
                      + " mend or remove the link",
                  INFER,
                  INFER_FOLDER,
                  TRAIN,
                  INSPECT),
          HostileInput.of("a second TRAIN file that is a pipe", "Y_TRAIN.tsv", SpecialFile.FIFO)
              .skipped(SKIPPED, IMPORT));

  private FileRows() {}
}
