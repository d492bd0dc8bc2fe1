/* Prints what a sensor would publish, one message a line: topic, then payload.
 *   cc -std=c99 -Wall -Wextra -Werror -I ../generated example.c -o example && ./example */
#include <stdio.h>

#include "bakwacht.h"

static int print_message(const char *topic, int length, const char *payload) {
  if (length < 0) {
    fprintf(stderr, "could not encode: %d\n", length);
    return 1;
  }
  printf("%s %s\n", topic, payload);
  return 0;
}

int main(void) {
  char topic[128];
  char payload[1024];
  int failed = bakwacht_telemetry_topic(topic, sizeof topic, "TC-0042") < 0;

  const bakwacht_reading reading = {
      .present = BAKWACHT_SEQ | BAKWACHT_TS | BAKWACHT_DISTANCE_MM | BAKWACHT_FILL_PCT |
                 BAKWACHT_TEMP_C | BAKWACHT_RH_PCT | BAKWACHT_BATTERY_V | BAKWACHT_RSSI_DBM |
                 BAKWACHT_TILT_DEG | BAKWACHT_LID_OPENS,
      .seq = 4711,
      .ts = 1763745600,
      .distance_mm = 812,
      .fill_pct = 49.5,
      .temp_c = -8.4,
      .rh_pct = 81.2,
      .battery_v = 3.58,
      .rssi_dbm = -101,
      .tilt_deg = 2,
      .lid_opens = 14,
  };
  failed |= print_message(topic, bakwacht_encode_json(payload, sizeof payload, &reading), payload);

  /* No clock and no echo: a counter instead of the time, null instead of a distance. */
  const bakwacht_reading no_echo = {
      .present = BAKWACHT_SEQ | BAKWACHT_DISTANCE_MM | BAKWACHT_TEMP_C,
      .none = BAKWACHT_DISTANCE_MM,
      .seq = 4712,
      .temp_c = 0.0005,
  };
  failed |= print_message(topic, bakwacht_encode_json(payload, sizeof payload, &no_echo), payload);

  /* Two readings kept while the network was away. */
  bakwacht_reading kept[2] = {reading, reading};
  kept[1].seq = 4713;
  kept[1].ts += 3600;
  failed |= print_message(topic, bakwacht_encode_json_array(payload, sizeof payload, kept, 2), payload);
  return failed;
}
