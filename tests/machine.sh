# What tests/run needs from the machine: sourced, not run.

step() { printf '\n== %s\n' "$*"; }
say() { printf '   %s\n' "$*"; }
fail() {
    printf '\ntests/run: %s\n' "$*" >&2
    exit 1
}

# Installs Debian packages as root or through sudo without a password; else says what a person has to install.
debian_packages() {
    local as_root=()
    command -v apt-get >/dev/null || fail "please install by hand: $* (this machine has no apt-get)"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || fail "please install, as root: apt-get install $*"
        as_root=(sudo -n)
    fi
    say "installing $* with apt-get"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_rust() {
    # Where rustup puts cargo, for shells that do not read a profile.
    command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
    command -v cargo >/dev/null || fail "cargo is missing: install Rust 1.95 or later (rustup.rs)"
    command -v cc >/dev/null || debian_packages gcc libc6-dev
}

need_node() {
    step "Node.js"
    command -v node >/dev/null && command -v npm >/dev/null || debian_packages nodejs npm
    say "node $(node --version), npm $(npm --version)"
}

need_chromium() {
    step "Chromium"
    local name
    for name in chromium chromium-browser google-chrome; do
        chromium=$(command -v "$name") && break
    done
    if [ -z "${chromium:-}" ]; then
        debian_packages chromium fonts-dejavu-core
        chromium=$(command -v chromium) || fail "chromium was installed and is not on the path"
    fi
    say "$("$chromium" --version 2>/dev/null || echo "$chromium")"
}

npm_packages() {
    say "npm packages of $1, as its lockfile says"
    npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null
}

# Where cargo puts the program, whatever target folder is set.
program_path() {
    local folder
    folder=$(cargo metadata --format-version 1 --no-deps --locked | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
    printf '%s/debug/fairlode' "$folder"
}

# A PostgreSQL of our own: its data in a temporary folder, on a free port of 127.0.0.1, durability switched off because
# it is thrown away. Exports FAIRLODE_TEST_POSTGRES_URL. A URL that is already set is used as it is.
start_postgres() {
    step "PostgreSQL"
    if [ -n "${FAIRLODE_TEST_POSTGRES_URL:-}" ]; then
        say "using FAIRLODE_TEST_POSTGRES_URL as it is set"
        return
    fi
    find_postgres || debian_packages postgresql
    find_postgres || fail "no PostgreSQL server under /usr/lib/postgresql"
    say "$("$postgres_bin/postgres" --version)"

    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/fairlode-postgres.XXXXXX")
    # The server refuses to run as root.
    postgres_as=()
    if [ "$(id -u)" = 0 ]; then
        local user=postgres
        id "$user" >/dev/null 2>&1 || user=nobody
        chown "$user" "$postgres_folder"
        postgres_as=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
    fi
    say "data in $postgres_folder${postgres_as[0]:+, as user ${postgres_as[1]#--reuid=}}"
    (cd / && "${postgres_as[@]}" "$postgres_bin/initdb" -D "$postgres_folder/data" -U fairlode -A trust -E UTF8 \
        --locale=C --no-sync >"$postgres_folder.log" 2>&1) || fail "initdb failed: $(cat "$postgres_folder.log")"

    local try
    for try in 1 2 3 4 5; do
        start_postgres_on $((20000 + (RANDOM * 32768 + RANDOM) % 40000)) && return
    done
    fail "PostgreSQL did not start: $(tail -n 5 "$postgres_folder.log")"
}

find_postgres() {
    postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$postgres_bin" ] && [ -x "$postgres_bin/postgres" ] && [ -x "$postgres_bin/initdb" ]
}

start_postgres_on() {
    local port=$1 waited
    (cd / && exec "${postgres_as[@]}" "$postgres_bin/postgres" -D "$postgres_folder/data" -h 127.0.0.1 -p "$port" \
        -k "$postgres_folder" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
        >>"$postgres_folder.log" 2>&1) &
    postgres_pid=$!
    for waited in $(seq 1 100); do
        kill -0 "$postgres_pid" 2>/dev/null || return 1
        if "$postgres_bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
            export FAIRLODE_TEST_POSTGRES_URL="postgres://fairlode@127.0.0.1:$port/postgres"
            say "listening on 127.0.0.1:$port (process $postgres_pid)"
            return 0
        fi
        sleep 0.1
    done
    kill -INT "$postgres_pid" 2>/dev/null || true
    return 1
}

end_what_we_started() {
    local code=$?
    if [ -n "${postgres_pid:-}" ] && kill -0 "$postgres_pid" 2>/dev/null; then
        kill -INT "$postgres_pid"
        wait "$postgres_pid" 2>/dev/null || true
    fi
    if [ -n "${postgres_folder:-}" ]; then
        rm -rf "$postgres_folder" "$postgres_folder.log"
    fi
    exit "$code"
}
