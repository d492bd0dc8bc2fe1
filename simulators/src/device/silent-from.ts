// A device that dies: its connection breaks once, and nothing comes after.
import type { Emission } from './emission.ts'

export function silentFrom(
  diesAt: number,
  onDeath: () => void = () => {},
): (emissions: readonly Emission[], at: number) => readonly Emission[] {
  let dead = false
  return (emissions, at) => {
    if (at < diesAt) return emissions
    if (dead) return []
    dead = true
    onDeath()
    return [{ kind: 'death' }]
  }
}
