# pip install numpy onnxruntime; python3 score.py models/demo a.npy
import json, sys
import numpy as np, onnxruntime as ort

session = ort.InferenceSession(sys.argv[1] + "/model.onnx")
card = json.loads(session.get_modelmeta().custom_metadata_map["tsad.card"])
series = np.load(sys.argv[2]).astype(np.float64).reshape(1, -1)
(probability,) = session.run(["probability"], {"series": series})
p = probability[0, card["classes"].index(card["positive"])]
print("anomaly" if p >= card["threshold"]["value"] else "normal", p)
