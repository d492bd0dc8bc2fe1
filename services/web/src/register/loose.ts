// An entry of the register while it is being written: numbers and places may still be missing.
type Point = { readonly type: 'Point'; readonly coordinates: readonly [number, number] }

export type Loose<Thing> = {
  readonly [Key in keyof Thing]: Thing[Key] extends number
    ? number | null
    : Thing[Key] extends Point
      ? Thing[Key] | null
      : Thing[Key]
}
