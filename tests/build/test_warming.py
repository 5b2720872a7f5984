"""What workers have in common before they are forked: dictionaries and code, and nothing that lives in a thread."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
from pathlib import Path
from audioedition.build import warming
from audioedition.engines import misaki
from audioedition.project import load_project
settings = load_project(Path(sys.argv[1])).settings
warming.share(settings)
assert misaki.dictionary.cache_info().currsize == 1, "the narrator's dictionary"
assert "onnxruntime" not in sys.modules, "it starts a thread when it is imported"
assert "scipy.fft" not in sys.modules, "it takes a tenth of a second"
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_what_is_shared_starts_no_thread(tmp_path: object) -> None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "1"
