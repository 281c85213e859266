#!/bin/sh
# Before any package is installed in the root $1: the folder for manual pages that Java's installation expects, though
# dpkg.cfg leaves the pages out.
set -eu
mkdir -p "$1/usr/share/man/man1"
