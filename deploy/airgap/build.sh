#!/usr/bin/env bash
# Makes, with no container registry, the third-party images that deploy/Dockerfile, docker-compose.yml and the container
# tests name. Debian's packages come from the mirrors of this machine's own apt, Kafka's jars from those of its Maven.
#
#   build.sh [python|postgres|kafka]...     all three unless told
#
# Needs Docker, mmdebstrap and Maven. An image that is there stays: an official one whatever it holds, one of ours until its
# recipe or the month changes (a new month brings Debian's security updates).
set -euo pipefail
cd "$(dirname "$0")"
export DOCKER_BUILDKIT=0 # the classic builder needs neither a plugin nor a frontend image

docker info > /dev/null 2>&1 || { echo "airgap: Docker's engine does not answer; \`docker info\` says why" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

exec 3>&2 # what a person follows; the builders' own words come out only when one fails
say() { printf '%(%T)T airgap: %s\n' -1 "$*" >&3; }

# site LABEL: where this machine's own apt finds the archive that calls itself so
# shellcheck disable=SC2016
site() { apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Label: $1" | head -n 1; }

# debian SUITE FOLDER: a tar of Debian's smallest system with the packages that FOLDER names, security updates included
debian() {
  local suite=$1 folder=$2 main security sources options=()
  main=$(site Debian)
  security=$(site Debian-Security)
  sources=("deb $main $suite main" "deb $main $suite-updates main")
  [[ -z "$security" ]] || sources+=("deb $security $suite-security main")
  [[ ! -e "$folder/before-packages.sh" ]] || options+=(--essential-hook="$PWD/$folder/before-packages.sh")
  # shellcheck disable=SC2016
  mmdebstrap --quiet --variant=minbase --include="$(paste --serial --delimiters=, "$folder/packages")" --dpkgopt="$PWD/dpkg.cfg" \
    --hook-dir=/usr/share/mmdebstrap/hooks/maybe-merged-usr "${options[@]}" --customize-hook='rm "$1/etc/apt/sources.list"' "$suite" - "${sources[@]}"
}

# there TAG RECIPE: the image need not be built
there() {
  local label
  label=$(docker image inspect --format '{{index .Config.Labels "wirewatch.airgap"}}' "$1" 2> /dev/null) || return 1
  [[ -z "$label" || "$label" == "$2" ]]
}

# image NAME SUITE TAG: the folder NAME is what Docker builds, on the packages of SUITE
image() {
  local name=$1 suite=$2 tag=$3 context=$work/$1 recipe base
  recipe=$({ date +%Y%m; cat build.sh dpkg.cfg; tar --sort=name --mtime=@0 --owner=0 --group=0 --create "$name"; } | sha256sum)
  if there "$tag" "${recipe:0:16}"; then
    say "$tag is there"
    return
  fi
  say "$tag is being built"
  cp --recursive "$name" "$context"
  if [[ -e "$name/pom.xml" ]]; then
    mvn --batch-mode --quiet --strict-checksums --file "$name/pom.xml" dependency:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory="$context/jars"
  fi
  base=$(debian "$suite" "$name" | docker import --change 'CMD ["bash"]' -)
  docker build --quiet --network none --build-arg "BASE=$base" --label "wirewatch.airgap=${recipe:0:16}" --tag "$tag" "$context"
  docker image prune --force --filter label=wirewatch.airgap.stage
}

make_image() {
  case $1 in
    python) image python bookworm python:3.11-slim-bookworm ;;
    postgres) image postgres trixie postgres:17-trixie ;;
    kafka) image kafka trixie apache/kafka:4.3.1 ;;
    *) say "no such image: $1" && return 2 ;;
  esac
}

(($#)) || set -- python postgres kafka
declare -A builds=()
for name in "$@"; do
  make_image "$name" > "$work/$name.log" 2>&1 &
  builds[$name]=$!
done
failed=0
for name in "$@"; do
  if ! wait "${builds[$name]}"; then
    failed=1
    say "$name failed: $(tail -n 30 "$work/$name.log")"
  fi
done
exit "$failed"
