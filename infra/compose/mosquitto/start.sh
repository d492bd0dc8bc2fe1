#!/bin/sh
# Makes the backend's account on every start (its password may have changed), then runs Mosquitto.
# Devices' accounts: mosquitto_passwd -b /mosquitto/data/passwords DEVICE_ID SECRET, then
# `docker compose kill -s HUP mosquitto` to read them.
set -eu
touch /mosquitto/data/passwords
chmod 0700 /mosquitto/data/passwords
mosquitto_passwd -b /mosquitto/data/passwords backend "$MQTT_BACKEND_PASSWORD"
chown mosquitto:mosquitto /mosquitto/data /mosquitto/data/passwords
exec mosquitto -c /mosquitto/config/mosquitto.conf
