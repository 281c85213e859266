# shellcheck shell=bash
# Sourced by .ci/run. `docker_up` returns 0 when a Docker engine answers and the tools of deploy/airgap are there: what is
# missing it installs from Debian, and it starts the engine itself where no init does. `docker_down` ends that engine, by its
# pid, and no other: an engine that answered before is left as it was.

DOCKERD_PIDFILE=/run/wirewatch-dockerd.pid
DOCKERD_LOG=/var/log/wirewatch-dockerd.log

docker_answers() { docker info > /dev/null 2>&1; }

# docker_install COMMAND:PACKAGE...: the packages whose command is not there
docker_install() {
  local tool missing=()
  for tool in "$@"; do
    command -v "${tool%%:*}" > /dev/null || missing+=("${tool#*:}")
  done
  ((${#missing[@]})) || return 0
  if ((EUID)) || ! command -v apt-get > /dev/null; then
    echo "docker: please install ${missing[*]} (only root on a Debian machine can be helped here)" >&2
    return 1
  fi
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${missing[@]}" > /dev/null
}

docker_up() {
  docker_install mmdebstrap:mmdebstrap mvn:maven docker-compose:docker-compose || return
  docker_answers && return
  docker_install docker:docker.io dockerd:docker.io iptables:iptables || return
  docker_answers && return # where an init runs, the package has started its engine
  # No --storage-driver: dockerd takes overlay2 where the file system allows it and falls back by itself.
  setsid dockerd --pidfile "$DOCKERD_PIDFILE" > "$DOCKERD_LOG" 2>&1 < /dev/null &
  local process=$!
  for _ in {1..300}; do
    docker_answers && DOCKERD_STARTED=1 && return
    kill -0 "$process" 2> /dev/null || break
    sleep 0.2
  done
  echo "docker: the engine did not start, the end of $DOCKERD_LOG says why" >&2
  tail -n 30 "$DOCKERD_LOG" >&2
  return 1
}

docker_down() {
  [[ -n "${DOCKERD_STARTED-}" ]] || return 0
  local process
  process=$(< "$DOCKERD_PIDFILE")
  kill -TERM "$process"
  for _ in {1..150}; do
    kill -0 "$process" 2> /dev/null || return 0
    sleep 0.2
  done
  echo "docker: the engine (pid $process) did not stop in 30 s" >&2
  return 1
}
