"""Sees to it that a Chromium is there for the browser tests: `make browser`.

One that is installed is taken (MARSAD_CHROMIUM, or `chromium` on the path). Else, on Debian with root or sudo, it comes
from the system's packages. Where neither works, the tests fail and say so: they are never skipped.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("MARSAD_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's Chromium. Raises SystemExit with one line where that cannot be done."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not shutil.which("sudo")):
        sys.exit("no Chromium: install one, or name it in MARSAD_CHROMIUM")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        print(" ".join([*root, *command]), flush=True)
        if subprocess.run([*root, *command], env=environment, stdout=subprocess.DEVNULL).returncode:
            sys.exit(f"no Chromium: `{' '.join(command)}` failed; install one, or name it in MARSAD_CHROMIUM")


if __name__ == "__main__":
    if not found():
        install()
        if not found():
            sys.exit("no Chromium, even after installing it: name one in MARSAD_CHROMIUM")
