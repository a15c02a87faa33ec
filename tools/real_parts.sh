#!/usr/bin/env bash
# The real parts that tests talk to: PostgreSQL on 127.0.0.1:5432 (trust, user postgres), RabbitMQ on 127.0.0.1:5672
# (guest, as it is installed) and Chromium.
# What is there already is left as it is; what is missing is installed from Debian's packages, where we may.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pg_ctlcluster >/dev/null || [ "$(id -u)" -ne 0 ] || missing+=(postgresql)
command -v rabbitmq-server >/dev/null || [ "$(id -u)" -ne 0 ] || missing+=(rabbitmq-server)
answers() { (exec 3<>"/dev/tcp/127.0.0.1/${1:-5432}") 2>/dev/null; }
answers 5672 && missing=("${missing[@]/rabbitmq-server/}")
answers && missing=("${missing[@]/postgresql/}")

if [ -n "${missing[*]// /}" ] && [ "$(id -u)" -eq 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends ${missing[@]} >/dev/null ||
        echo "real parts: could not install ${missing[*]}; the tests that need them will say so" >&2
fi

if ! answers && command -v pg_ctlcluster >/dev/null && [ "$(id -u)" -eq 0 ]; then
    version=$(ls /etc/postgresql | sort -n | tail -1)
    sed -i -E 's/^(host\s+all\s+all\s+127\.0\.0\.1\/32\s+)\S+/\1trust/' "/etc/postgresql/$version/main/pg_hba.conf"
    pg_ctlcluster --skip-systemctl-redirect "$version" main start ||
        echo "real parts: PostgreSQL did not start; the tests that need it will say so" >&2
fi

if ! answers 5672 && command -v rabbitmq-server >/dev/null && [ "$(id -u)" -eq 0 ]; then
    rabbitmq-server -detached >/dev/null 2>&1 ||
        echo "real parts: RabbitMQ did not start; the tests that need it will say so" >&2
fi
