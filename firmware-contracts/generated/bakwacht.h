/* bakwacht.h: what a container sensor says to Bakwacht. Generated from the contract's schemas
 * by `npm run contracts`; do not edit. C99, no heap, no printf; every buffer is bounded. MIT. */
#ifndef BAKWACHT_H
#define BAKWACHT_H

#include <stddef.h>
#include <stdint.h>

#define BAKWACHT_PAYLOAD_VERSION 1
#define BAKWACHT_MAX_PACKET_BYTES 262144
#define BAKWACHT_MAX_ITEMS 500
#define BAKWACHT_MAX_SEQ 4294967295u
#define BAKWACHT_MAX_ID 64

/* Physical ranges: a value outside is stored as "none", with a flag. */
#define BAKWACHT_DISTANCE_MM_MIN 1 /* mm */
#define BAKWACHT_DISTANCE_MM_MAX 20000
#define BAKWACHT_FILL_PCT_MIN 0 /* % */
#define BAKWACHT_FILL_PCT_MAX 150
#define BAKWACHT_TEMP_C_MIN -50 /* °C */
#define BAKWACHT_TEMP_C_MAX 150
#define BAKWACHT_RH_PCT_MIN 0 /* % */
#define BAKWACHT_RH_PCT_MAX 105
#define BAKWACHT_BATTERY_V_MIN 0.5 /* V */
#define BAKWACHT_BATTERY_V_MAX 60
#define BAKWACHT_RSSI_DBM_MIN -200 /* dBm */
#define BAKWACHT_RSSI_DBM_MAX 20
#define BAKWACHT_TILT_DEG_MIN -180 /* ° */
#define BAKWACHT_TILT_DEG_MAX 180
#define BAKWACHT_LID_OPENS_MIN 0 /* 1 */
#define BAKWACHT_LID_OPENS_MAX 4294967295

/* Which fields a reading has: bits of `present`. The same bit in `none` says "measured, no result"
 * (sent as null): a lost echo is `present` and `none`, never a made-up distance. */
#define BAKWACHT_DISTANCE_MM (1u << 0)
#define BAKWACHT_FILL_PCT (1u << 1)
#define BAKWACHT_TEMP_C (1u << 2)
#define BAKWACHT_RH_PCT (1u << 3)
#define BAKWACHT_BATTERY_V (1u << 4)
#define BAKWACHT_RSSI_DBM (1u << 5)
#define BAKWACHT_TILT_DEG (1u << 6)
#define BAKWACHT_LID_OPENS (1u << 7)
#define BAKWACHT_SEQ (1u << 8)
#define BAKWACHT_TS (1u << 9)
/* A reading has at least one of these. */
#define BAKWACHT_MEASUREMENTS (BAKWACHT_DISTANCE_MM | BAKWACHT_FILL_PCT | BAKWACHT_TEMP_C | BAKWACHT_RH_PCT)

typedef struct {
  uint32_t present;
  uint32_t none;
  uint32_t seq;
  int64_t ts; /* seconds since 1970 UTC; leave BAKWACHT_TS out if there is no clock */
  double distance_mm; /* mm */
  double fill_pct; /* % */
  double temp_c; /* °C */
  double rh_pct; /* % */
  double battery_v; /* V */
  double rssi_dbm; /* dBm */
  double tilt_deg; /* ° */
  double lid_opens; /* 1 */
} bakwacht_reading;

/* What encoders and builders return instead of a length. */
#define BAKWACHT_ERR_SIZE (-1)        /* the buffer is too small */
#define BAKWACHT_ERR_MEASUREMENT (-2) /* no measurement is present */
#define BAKWACHT_ERR_NUMBER (-3)      /* not finite, or beyond +-4e9 */
#define BAKWACHT_ERR_ID (-4)          /* 1 to 64 of A-Z a-z 0-9 . _ : - */
#define BAKWACHT_ERR_COUNT (-5)       /* no readings, or more than BAKWACHT_MAX_ITEMS */
#define BAKWACHT_ERR_TS (-6)          /* an item of an array without a time */

typedef struct {
  char *out;
  size_t size;
  size_t length;
  int error;
} bakwacht__writer;

static inline void bakwacht__char(bakwacht__writer *w, char c) {
  if (w->error != 0) return;
  /* One byte stays free for the closing zero. */
  if (w->length + 1 >= w->size) {
    w->error = BAKWACHT_ERR_SIZE;
    return;
  }
  w->out[w->length++] = c;
}

static inline void bakwacht__text(bakwacht__writer *w, const char *text) {
  while (*text != 0) bakwacht__char(w, *text++);
}

static inline void bakwacht__unsigned(bakwacht__writer *w, uint64_t value) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = (char)('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (count > 0) bakwacht__char(w, digits[--count]);
}

/* Up to three decimals, without trailing zeros; needs no floating-point printf. */
static inline void bakwacht__number(bakwacht__writer *w, double value) {
  if (!(value >= -4e9 && value <= 4e9)) {
    if (w->error == 0) w->error = BAKWACHT_ERR_NUMBER;
    return;
  }
  const int negative = value < 0;
  const uint64_t thousandths = (uint64_t)((negative ? -value : value) * 1000.0 + 0.5);
  if (negative && thousandths != 0) bakwacht__char(w, '-');
  bakwacht__unsigned(w, thousandths / 1000);
  uint32_t decimals = (uint32_t)(thousandths % 1000);
  if (decimals == 0) return;
  bakwacht__char(w, '.');
  for (uint32_t place = 100; decimals != 0; place /= 10) {
    bakwacht__char(w, (char)('0' + decimals / place));
    decimals %= place;
  }
}

static inline void bakwacht__key(bakwacht__writer *w, const char *key) {
  bakwacht__text(w, ",\"");
  bakwacht__text(w, key);
  bakwacht__text(w, "\":");
}

static inline void bakwacht__field(bakwacht__writer *w, const bakwacht_reading *r, uint32_t bit,
                                   const char *key, double value) {
  if ((r->present & bit) == 0) return;
  bakwacht__key(w, key);
  if ((r->none & bit) != 0)
    bakwacht__text(w, "null");
  else
    bakwacht__number(w, value);
}

static inline void bakwacht__reading(bakwacht__writer *w, const bakwacht_reading *r) {
  if ((r->present & BAKWACHT_MEASUREMENTS) == 0 && w->error == 0)
    w->error = BAKWACHT_ERR_MEASUREMENT;
  bakwacht__text(w, "{\"v\":");
  bakwacht__unsigned(w, BAKWACHT_PAYLOAD_VERSION);
  if ((r->present & BAKWACHT_SEQ) != 0) {
    bakwacht__key(w, "seq");
    bakwacht__unsigned(w, r->seq);
  }
  if ((r->present & BAKWACHT_TS) != 0) {
    bakwacht__key(w, "ts");
    if (r->ts < 0) bakwacht__char(w, '-');
    bakwacht__unsigned(w, r->ts < 0 ? (uint64_t)0 - (uint64_t)r->ts : (uint64_t)r->ts);
  }
  bakwacht__field(w, r, BAKWACHT_DISTANCE_MM, "distance_mm", r->distance_mm);
  bakwacht__field(w, r, BAKWACHT_FILL_PCT, "fill_pct", r->fill_pct);
  bakwacht__field(w, r, BAKWACHT_TEMP_C, "temp_c", r->temp_c);
  bakwacht__field(w, r, BAKWACHT_RH_PCT, "rh_pct", r->rh_pct);
  bakwacht__field(w, r, BAKWACHT_BATTERY_V, "battery_v", r->battery_v);
  bakwacht__field(w, r, BAKWACHT_RSSI_DBM, "rssi_dbm", r->rssi_dbm);
  bakwacht__field(w, r, BAKWACHT_TILT_DEG, "tilt_deg", r->tilt_deg);
  bakwacht__field(w, r, BAKWACHT_LID_OPENS, "lid_opens", r->lid_opens);
  bakwacht__char(w, '}');
}

static inline int bakwacht__end(bakwacht__writer *w) {
  if (w->size > 0) w->out[w->error == 0 ? w->length : 0] = 0;
  return w->error == 0 ? (int)w->length : w->error;
}

/* One reading as JSON. Returns its length without the closing zero, or an error below 0;
 * after an error the buffer holds an empty text. 256 bytes are enough for every reading. */
static inline int bakwacht_encode_json(char *out, size_t size, const bakwacht_reading *reading) {
  bakwacht__writer w = {out, size, 0, 0};
  bakwacht__reading(&w, reading);
  return bakwacht__end(&w);
}

/* Several readings, each with a time: what was kept while there was no network. */
static inline int bakwacht_encode_json_array(char *out, size_t size,
                                             const bakwacht_reading *readings, size_t count) {
  bakwacht__writer w = {out, size, 0, 0};
  if (count == 0 || count > BAKWACHT_MAX_ITEMS) w.error = BAKWACHT_ERR_COUNT;
  for (size_t i = 0; i < count && w.error == 0; i++) {
    if ((readings[i].present & BAKWACHT_TS) == 0) w.error = BAKWACHT_ERR_TS;
    bakwacht__char(&w, i == 0 ? '[' : ',');
    bakwacht__reading(&w, &readings[i]);
  }
  bakwacht__char(&w, ']');
  return bakwacht__end(&w);
}

static inline int bakwacht__is_id_char(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == ':' || c == '-';
}

static inline int bakwacht__topic(char *out, size_t size, const char *before, const char *device_id,
                                  const char *after) {
  bakwacht__writer w = {out, size, 0, 0};
  size_t length = 0;
  while (length <= BAKWACHT_MAX_ID && device_id[length] != 0) {
    if (!bakwacht__is_id_char(device_id[length])) w.error = BAKWACHT_ERR_ID;
    length++;
  }
  if (length == 0 || length > BAKWACHT_MAX_ID) w.error = BAKWACHT_ERR_ID;
  bakwacht__text(&w, before);
  bakwacht__text(&w, device_id);
  bakwacht__text(&w, after);
  return bakwacht__end(&w);
}

static inline int bakwacht_telemetry_topic(char *out, size_t size, const char *device_id) {
  return bakwacht__topic(out, size, "bakwacht/v1/devices/", device_id, "/telemetry");
}

static inline int bakwacht_status_topic(char *out, size_t size, const char *device_id) {
  return bakwacht__topic(out, size, "bakwacht/v1/devices/", device_id, "/status");
}

static inline int bakwacht_config_topic(char *out, size_t size, const char *device_id) {
  return bakwacht__topic(out, size, "bakwacht/v1/devices/", device_id, "/config");
}

/* The status message; the last will is "{\"online\":false}". */
#define BAKWACHT_LAST_WILL "{\"online\":false}"

/* Milliseconds to wait before the attempt-th reconnection (from 0): 1 s doubling to 5 min, of which
 * a random half is taken away, so that a street of sensors does not come back at once.
 * `random`: any 32 random bits. */
static inline uint32_t bakwacht_backoff_ms(uint32_t attempt, uint32_t random) {
  const uint32_t longest = 300000;
  uint32_t wait = 1000;
  while (attempt-- > 0 && wait < longest) wait *= 2;
  if (wait > longest) wait = longest;
  return wait / 2 + random % (wait / 2 + 1);
}

#endif
