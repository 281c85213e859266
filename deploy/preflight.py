"""Says in one line what a bare machine lacks before `make setup` can work. Standard library only, any Python 3."""

import importlib.util
import platform
import sys

FIX = "on Debian: apt-get install make python3-venv"

if sys.version_info < (3, 11):
    sys.exit(
        "Wirewatch needs Python 3.11 or newer; this is %s. Try: make setup PYTHON=python3.11"
        % platform.python_version()
    )
if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
    sys.exit("This Python cannot make virtual environments (%s)." % FIX)
if sys.platform == "win32":
    sys.exit("Wirewatch runs on Linux and macOS; on Windows use WSL 2.")
