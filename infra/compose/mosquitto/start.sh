#!/bin/sh
# Runs Mosquitto on the accounts that ingest keeps in $accounts (BAKWACHT_MOSQUITTO_DIR), and tells it
# to read them again when they change.
#
# Until ingest has subscribed and caught up, the backend alone may sign in. What Mosquitto takes while
# nobody subscribes it acknowledges and throws away, and after a restart nobody does: it (2.0) keeps
# shared subscriptions in memory only. A device that is refused keeps its readings and comes again.
set -eu
config=${MOSQUITTO_CONFIG:-/mosquitto/config}
data=${MOSQUITTO_DATA:-/mosquitto/data}
accounts=${MOSQUITTO_ACCOUNTS:-/accounts}

# Root hands things over; who is not root is Mosquitto already.
own() {
  if [ "$(id -u)" = 0 ]; then chown "$@"; fi
}

# Puts standard input in place of $data/$1, whole or not at all, for Mosquitto alone to read.
install_file() {
  cat >"$data/$1.new"
  chmod 0600 "$data/$1.new"
  own mosquitto:mosquitto "$data/$1.new"
  mv "$data/$1.new" "$data/$1"
}

# Takes what ingest has written, once it has caught up; true if any of it is new.
# Rights come before passwords.
take_accounts() {
  taken=1
  if [ "$accounts/let-devices-in" -nt "$data/started" ]; then
    for file in acl passwords; do
      if ! cmp -s "$accounts/$file" "$data/$file"; then
        install_file "$file" <"$accounts/$file"
        taken=0
      fi
    done
  fi
  return $taken
}

own mosquitto:mosquitto "$data"
# The user `node` of Bakwacht's image writes there.
own 1000 "$accounts"
install_file acl <"$config/acl"
install_file passwords </dev/null
mosquitto_passwd -b "$data/passwords" backend "$MQTT_BACKEND_PASSWORD"
install_file passwords <"$data/passwords"
touch "$data/started"

# $$ is this shell, which becomes Mosquitto below.
(
  while sleep 1 && kill -0 $$; do
    if take_accounts; then kill -HUP $$; fi
  done
) &
exec mosquitto -c "$config/mosquitto.conf"
