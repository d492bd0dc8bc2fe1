// Small choices that the browser keeps from visit to visit, where it is allowed to.

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // A browser that is told to keep nothing throws at the mere mention.
    return null
  }
}

export function remember(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice)
  } catch {
    // Then it is chosen again the next time.
  }
}
