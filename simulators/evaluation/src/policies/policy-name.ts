/** As `--policies` names them: `threshold:70` empties from 70 % on. */
export type PolicyName = 'fixed' | 'bakwacht' | 'oracle' | `threshold:${number}`

/** @returns `undefined` for any other policy, and for `threshold:` without a number from 1 to 100 */
export function thresholdOf(policy: string): number | undefined {
  const [name, pct = ''] = policy.split(':')
  if (name !== 'threshold' || !/^\d+(\.\d+)?$/.test(pct)) return undefined
  const value = Number(pct)
  return value >= 1 && value <= 100 ? value : undefined
}

export const isPolicyName = (text: string): text is PolicyName =>
  ['fixed', 'bakwacht', 'oracle'].includes(text) || thresholdOf(text) !== undefined
