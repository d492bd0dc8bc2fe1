/** One vehicle's day in a benchmark's numbers. */
export interface VehicleRoute {
  /** From 1; where vehicles differ it is the file's vehicle of that number. */
  readonly vehicle: number
  /** Customers from 1, trip by trip. */
  readonly trips: readonly (readonly number[])[]
}
