#!/usr/bin/env bash
# Starts PostgreSQL as the official image does. Read from the environment: POSTGRES_PASSWORD, POSTGRES_USER, POSTGRES_DB (each
# also as NAME_FILE), POSTGRES_INITDB_ARGS, POSTGRES_HOST_AUTH_METHOD, PGDATA. On an empty PGDATA the scripts of
# /docker-entrypoint-initdb.d run on a server that listens on its Unix socket only: what answers over TCP is ready.
set -Eeuo pipefail

fail() {
  printf 'error: %s\n' "$@" >&2
  exit 1
}

# setting NAME DEFAULT: NAME from the environment, or from the file that NAME_FILE names
setting() {
  local name=$1 file=${1}_FILE value=$2
  [[ -z "${!name-}" || -z "${!file-}" ]] || fail "both $name and $file are set, choose one"
  [[ -z "${!file-}" ]] || value=$(< "${!file}")
  printf -v "$name" '%s' "${!name:-$value}"
}

sql() { psql --variable ON_ERROR_STOP=1 --no-password --no-psqlrc --username "$POSTGRES_USER" "$@"; }

run_script() {
  case $1 in
    *.sh) bash "$1" ;;
    *.sql) sql --dbname "$POSTGRES_DB" --file "$1" ;;
    *.sql.gz) gunzip --stdout "$1" | sql --dbname "$POSTGRES_DB" ;;
  esac
}

initialise() {
  setting POSTGRES_PASSWORD ''
  setting POSTGRES_USER postgres
  setting POSTGRES_DB "$POSTGRES_USER"
  setting POSTGRES_HOST_AUTH_METHOD ''
  [[ -n "$POSTGRES_PASSWORD" || "$POSTGRES_HOST_AUTH_METHOD" == trust ]] ||
    fail 'database is uninitialized and superuser password is not specified' 'set POSTGRES_PASSWORD to a non-empty value'
  # The arguments are several words, as in the official image; an empty password file is refused, hence trust brings none.
  # shellcheck disable=SC2086
  initdb --username="$POSTGRES_USER" ${POSTGRES_PASSWORD:+--pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD")} ${POSTGRES_INITDB_ARGS-}
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-$(postgres -C password_encryption)}" >> "$PGDATA/pg_hba.conf"
  pg_ctl --options="-c listen_addresses=''" --wait start
  [[ "$POSTGRES_DB" == postgres ]] || sql --dbname postgres --set db="$POSTGRES_DB" <<< 'CREATE DATABASE :"db";'
  export POSTGRES_USER POSTGRES_DB
  local script
  for script in /docker-entrypoint-initdb.d/*; do run_script "$script"; done
  pg_ctl --mode=fast --wait stop
}

[[ "${1:0:1}" != - ]] || set -- postgres "$@"
[[ "$1" == postgres ]] || exec "$@"
if ((EUID == 0)); then
  install --directory --owner postgres --group postgres --mode 0700 "$PGDATA"
  chown --recursive postgres "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/var/lib/postgresql "$0" "$@"
fi
[[ -s "$PGDATA/PG_VERSION" ]] || initialise
exec "$@"
