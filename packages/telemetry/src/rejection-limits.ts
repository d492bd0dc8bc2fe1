/** The rejection log is for people: its newest part, and not one device's alone. */
export const REJECTIONS_KEPT = 10_000
export const REJECTIONS_PER_DEVICE = 100
export const REJECTIONS_WINDOW_MS = 3_600_000
export const REJECTED_PAYLOAD_BYTES = 1024
