#!/bin/sh
# Before any package is installed in the root $1: the user with the official image's number, and no cluster made by Debian.
set -eu
echo 'postgres:x:999:999:PostgreSQL:/var/lib/postgresql:/bin/bash' >> "$1/etc/passwd"
echo 'postgres:x:999:' >> "$1/etc/group"
mkdir -p "$1/etc/postgresql-common"
echo 'create_main_cluster = false' > "$1/etc/postgresql-common/createcluster.conf"
