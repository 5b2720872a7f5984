"""Makes src/audioedition/engines/kokoro_styles.npz: the styles of Kokoro's voices, small.

    python training/kokoro_styles.py FOLDER      # the folder `voices` of the npm package kokoro-js (1.2.1, Apache-2.0)

A style is 510 rows of 256 numbers, one row for each length of text. In all voices these rows lie, to within 1e-4, in
eight dimensions around their mean, so that is what is kept: 54 times 0.5 MB become 13 kB each in half precision.
Japanese and Chinese are left out: nothing here makes phonemes for them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

OUT = Path(__file__).parents[1] / "src/audioedition/engines/kokoro_styles.npz"
LANGUAGES = "abefhip"
"""First letters of the voices' names: American, British, Spanish, French, Hindi, Italian, Brazilian."""
RANK = 8


def main() -> None:
    """Write the file and say how far off it is."""
    kept = {}
    for path in sorted(Path(sys.argv[1]).glob("*.bin")):
        if path.stem[0] not in LANGUAGES:
            continue
        style = np.fromfile(path, "<f4").reshape(510, 256)
        mean = style.mean(axis=0)
        left, strength, right = np.linalg.svd(style - mean, full_matrices=False)
        rows, columns = left[:, :RANK] * strength[:RANK], right[:RANK]
        kept[f"{path.stem}/mean"], kept[f"{path.stem}/rows"], kept[f"{path.stem}/columns"] = (
            part.astype(np.float16) for part in (mean, rows, columns)
        )
        again = mean.astype(np.float16) + rows.astype(np.float16).astype("f4") @ columns.astype(np.float16).astype("f4")
        print(f"{path.stem}: at most {np.abs(again - style).max():.4f} off, of {np.abs(style).max():.2f}")
    np.savez_compressed(OUT, **kept)
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
