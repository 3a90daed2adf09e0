# What the commands beside this file share: they find what Baton is built with, or fetch it. Sourced, not run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
HOME=${HOME:-$ROOT/target/home}
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/baton
export HOME

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

SHA256=(sha256sum)
command -v sha256sum >/dev/null || SHA256=(shasum -a 256)

# The major version of the JDK in a folder; fails where there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to a JDK that is new enough: the caller's own choice first, then the PATH, then the system's folders.
find_jdk() {
    local candidate version on_path
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        version=$(jdk_version "$candidate" || true)
        if [ "${version:-0}" -ge 25 ]; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    die "Baton needs a JDK of version 25 or newer: install one (Debian 13: apt-get install openjdk-25-jdk-headless) or point JAVA_HOME at it."
}

# Puts Node 24 and its npm first on the PATH. Vaadin builds with no other version.
find_node() {
    local folder=$CACHE/node-24
    case "$(node --version 2>/dev/null) $(npm --version 2>/dev/null)" in
        v24.*" "[0-9]*) return ;;
    esac
    if [ ! -x "$folder/bin/npm" ]; then
        npm --version >/dev/null 2>&1 \
            || die "Baton's front end is built with Node 24: install it with npm, or npm alone (Debian: apt-get install npm) and Node is fetched."
        say "Fetching Node 24 into $folder"
        rm -rf "$folder" "$folder.part"
        mkdir -p "$folder.part"
        npm install -g --prefix "$folder.part" --no-fund --no-audit --loglevel=error node@24 npm@11 >&2 \
            || die "Node 24 could not be fetched: install Node 24 with npm, and put it on the PATH."
        mv "$folder.part" "$folder"
    fi
    export PATH=$folder/bin:$PATH
}

# Sets BATON_CHROMIUM to a browser for the end-to-end tests.
find_chromium() {
    local candidate as_root=""
    if [ -n "${BATON_CHROMIUM:-}" ]; then
        [ -x "$BATON_CHROMIUM" ] || die "BATON_CHROMIUM names no program: $BATON_CHROMIUM"
        return
    fi
    for attempt in installed fetched; do
        for candidate in chromium chromium-browser google-chrome google-chrome-stable \
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
            /Applications/Chromium.app/Contents/MacOS/Chromium; do
            if candidate=$(command -v "$candidate"); then
                export BATON_CHROMIUM=$candidate
                return
            fi
        done
        [ "$attempt" = installed ] && command -v apt-get >/dev/null || break
        if [ "$(id -u)" != 0 ]; then
            sudo -n true 2>/dev/null || break
            as_root="sudo -n"
        fi
        say "Fetching Chromium"
        $as_root apt-get update -qq >&2 || true
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >&2 || break
    done
    die "The browser tests need Chromium: install it (Debian: apt-get install chromium) or point BATON_CHROMIUM at a Chrome or Chromium."
}

# Maven, on the JDK and the Node that were found. It is told where home is, since Java itself does not read HOME.
maven() (
    cd "$ROOT"
    export MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.home=$HOME --sun-misc-unsafe-memory-access=allow"
    ./mvnw --batch-mode "$@"
)

# A fingerprint of all that the packaged application is made from, the JDK that its start-up cache belongs to included.
fingerprint() (
    cd "$ROOT"
    mkdir -p frontend
    {
        find pom.xml .mvn .npmrc package.json package-lock.json tsconfig.json types.d.ts vite.config.ts src/main frontend \
            \( -path frontend/generated -o -path src/main/bundles \) -prune -o \
            -type f ! -path frontend/index.html ! -name '*.test.ts' -print0 | LC_ALL=C sort -z | xargs -0 "${SHA256[@]}"
        "$JAVA_HOME/bin/java" --version
    } | "${SHA256[@]}" | cut -c1-16
)
