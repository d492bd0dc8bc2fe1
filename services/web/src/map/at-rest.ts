// What can wait until the map stands still does, so that it follows the hand.

/** What is asked of a map of the library. */
interface Moving {
  isMoving(): boolean
  on(event: 'moveend' | 'remove', act: () => void): unknown
}

/** A hand that takes hold again, or a wheel between two of its steps, is still moving. */
const REST_MS = 200

/** Calls `act` each time the map has come to rest, until it is removed. */
export function onRest(map: Moving, act: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = () => clearTimeout(timer)
  map.on('moveend', () => {
    forget()
    timer = setTimeout(() => map.isMoving() || act(), REST_MS)
  })
  map.on('remove', forget)
}
