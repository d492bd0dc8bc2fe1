// What the rules say now against what is stored: pure.
import { createHash } from 'node:crypto'
import { type Alert, type AlertEpisode, severityOf } from '@bakwacht/domain'
import type { StateChange } from '../registry.ts'

/**
 * @param stored the container's alerts, retracted ones too: all that are open, that were raised at or
 * after `alertsSince`, or that have the identity of a given episode
 * @returns the alerts as they have to be, changed or not
 */
export function reconcile(
  { state: { containerId }, episodes, alertsSince }: StateChange,
  stored: readonly Alert[],
): Alert[] {
  const known = new Map(stored.map((alert) => [identityOf(alert), alert]))
  const given = new Map(episodes.map((episode) => [identityOf(episode), episode]))
  const isRefuted = (alert: Alert) =>
    !given.has(identityOf(alert)) && (alert.raisedAt >= alertsSince || alert.status === 'open')
  return [
    ...[...given].map(([identity, episode]) =>
      following(episode, containerId, known.get(identity)),
    ),
    ...stored.filter(isRefuted).map((alert): Alert => ({ ...alert, status: 'retracted' })),
  ]
}

/** Within one container. */
const identityOf = ({ kind, raisedAt }: AlertEpisode) => `${kind} ${raisedAt}`

/** People are told of what is open; one that was over before it was known is only kept. */
function following(episode: AlertEpisode, containerId: string, known: Alert | undefined): Alert {
  const open = episode.clearedAt === null
  return {
    ...(known ?? newAlert(episode, containerId)),
    clearedAt: episode.clearedAt,
    evidence: episode.evidence,
    status: open ? 'open' : 'cleared',
    notified: open || (known?.notified ?? false),
  }
}

const newAlert = (episode: AlertEpisode, containerId: string) => ({
  id: idOf(episode, containerId),
  containerId,
  kind: episode.kind,
  raisedAt: episode.raisedAt,
  severity: severityOf(episode.kind),
  ackedAt: null,
  ackedBy: null,
})

/** From the identity, so that the same readings make the same alerts wherever they are folded. */
const idOf = (episode: AlertEpisode, containerId: string) =>
  createHash('sha256')
    .update(`${containerId}\n${identityOf(episode)}`)
    .digest('base64url')
    .slice(0, 20)
