# Sourced by launch.sh where $TSAD_PROFILES asks for CUDA, and by gpu-check; they define: home.
# name_cuda names to the loader, to DJL and to ONNX Runtime what the build unpacked for a GPU (docs/gpu.md), and sets
# cuda_flags, for Java. Without NVIDIA's driver it names no PyTorch, which with CUDA could not even be loaded.

on_loader_path() {
  (
    IFS=:
    for folder in ${LD_LIBRARY_PATH-} /usr/local/nvidia/lib64 /usr/lib/wsl/lib; do
      [ -e "$folder/$1" ] && exit 0
    done
    exit 1
  ) || PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q "[[:space:]]$1 "
}

# Plain names for libraries that have a hash in theirs: ONNX Runtime asks for those. One that is there in a newer
# version, as libcudart must be for ONNX Runtime, stays.
link_plainly() {
  for library in "$1"/libcu*-????????.so.*; do
    [ -e "$library" ] || continue
    name=$(basename "$library" | sed 's/-[0-9a-f]\{8\}\.so/.so/')
    [ -f "$2/$name" ] || ln -sfn "../pytorch/$(basename "$library")" "$2/$name"
  done
}

name_cuda() {
  cuda_flags=
  [ ! -f "$home/runtime/target/cuda/onnxruntime/libonnxruntime.so" ] ||
    cuda_flags=-Donnxruntime.native.path=$home/runtime/target/cuda/onnxruntime
  on_loader_path libcuda.so.1 || return 0
  cuda=$home/trainer/target/cuda
  case ,$TSAD_PROFILES, in
    *,cu124,*)
      [ -f "$cuda/pytorch/libtorch.so" ] || return 0
      [ -e "$cuda/more/libcublas.so.12" ] || { mkdir -p "$cuda/more" && link_plainly "$cuda/pytorch" "$cuda/more"; }
      export LD_LIBRARY_PATH="$cuda/pytorch:$cuda/more${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
      export PYTORCH_LIBRARY_PATH="${PYTORCH_LIBRARY_PATH-$cuda/pytorch}" PYTORCH_FLAVOR="${PYTORCH_FLAVOR-cu124}"
      ;;
    *)
      # Else DJL would guess from the CUDA toolkit of the host, which PyTorch does not need.
      export PYTORCH_FLAVOR="${PYTORCH_FLAVOR-cu128}"
      ;;
  esac
}
