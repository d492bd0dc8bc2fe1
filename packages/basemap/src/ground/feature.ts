// What is drawn as ground, before it is cut into tiles.

export const LAYERS = ['green', 'water', 'waterway', 'road', 'place'] as const
export type Layer = (typeof LAYERS)[number]

/** Flat coordinates of mercator.ts: `[x, y, x, y …]`. */
export type Shape =
  | { readonly kind: 'point' | 'line'; readonly points: readonly number[] }
  /** One outer ring and its holes, each closed. */
  | { readonly kind: 'area'; readonly rings: readonly (readonly number[])[] }

/** What something is, by its tags. */
export interface Meaning {
  readonly layer: Layer
  readonly properties: Readonly<Record<string, string | number>>
  /** The farthest zoom at which it is drawn. */
  readonly from: number
  /** What it is called, on tiles from `nameFrom` on. */
  readonly name?: string | undefined
  readonly nameFrom?: number
}

export interface Feature {
  readonly meaning: Meaning
  readonly shape: Shape
}
