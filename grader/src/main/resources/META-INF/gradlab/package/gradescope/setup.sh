#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image (Ubuntu). Nothing is installed later.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -d "$source/lib" ] || source=/autograder/source
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get install -y --no-install-recommends bubblewrap util-linux ca-certificates curl

# A JDK, not a JRE: submissions are compiled. Distributions that have none yet get Eclipse's.
if ! apt-get install -y --no-install-recommends openjdk-25-jdk-headless; then
    case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=aarch64 ;;
    *) echo "There is no JDK 25 for $(uname -m) here" >&2; exit 1 ;;
    esac
    mkdir -p /opt/jdk-25
    curl -fsSL --retry 3 "https://api.adoptium.net/v3/binary/latest/25/ga/linux/$machine/jdk/hotspot/normal/eclipse" |
        tar -xz -C /opt/jdk-25 --strip-components=1
fi
rm -rf /var/lib/apt/lists/*

# Submissions run in a sandbox, or, where the container allows none, as this user, who owns nothing.
getent passwd 64321 >/dev/null ||
    useradd --system --uid 64321 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin gradlab-worker
chown -R root:root "$source"
chmod -R u=rwX,go=rX "$source"
[ ! -f "$source/seed" ] || chmod 600 "$source/seed"
