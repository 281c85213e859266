"""Certificates of a test's own authority, made with OpenSSL's command: PEM files in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


class Authority:
    """An authority and what it signed."""

    def __init__(self, folder: Path, name: str = "authority") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.certificate = folder / f"{name}.pem"
        self._key = folder / f"{name}.key"
        subject = ("-subj", f"/CN={name}", "-addext", "basicConstraints=critical,CA:TRUE", "-days", "2")
        _openssl("req", "-x509", *KEY, *subject, "-keyout", self._key, "-out", self.certificate)

    def sign(self, name: str, alternatives: str = "", days: int = 2) -> Path:
        """The certificate of *name* and, in the same file, its key; *alternatives* as in ``IP:127.0.0.1``."""
        key, request, chain = (self.folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
        extensions = self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={alternatives}\n" if alternatives else "")
        _openssl("req", *KEY, "-subj", f"/CN={name}", "-keyout", key, "-out", request)
        signing = ("-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial", "-extfile", extensions)
        _openssl("x509", "-req", "-in", request, *signing, "-days", str(days), "-out", chain)
        chain.write_text(key.read_text() + chain.read_text())
        return chain

    def encrypted(self, chain: Path, password: str) -> Path:
        """The key in *chain* under a password."""
        locked = chain.with_suffix(".locked")
        _openssl("pkey", "-in", chain, "-aes256", "-passout", f"pass:{password}", "-out", locked)
        return locked


def _openssl(*arguments: str | Path) -> None:
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
