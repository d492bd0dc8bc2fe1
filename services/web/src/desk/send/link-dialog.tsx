// A driver's link to one run: to scan, to copy, to make invalid.
import type { Run, RunLink } from '@bakwacht/api/contract'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask, segment } from '../../api/ask.ts'
import { moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Waiting } from '../../parts/status.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useCopy } from '../../parts/use-copy.ts'
import { QrCode } from './qr-code.tsx'
import './send.css'

interface LinkDialogProps {
  readonly run: Run
  readonly name: string
  readonly onClose: () => void
}

export function LinkDialog({ run, name, onClose }: LinkDialogProps) {
  const said = words().desk.send
  const path = `/runs/${segment(run.id)}/link`
  const make = useMutation({ mutationFn: () => ask<RunLink>(path, { method: 'POST' }) })
  const revoke = useMutation({ mutationFn: () => ask(path, { method: 'DELETE' }) })
  const { mutate } = make
  useEffect(() => mutate(), [mutate])
  const fault = refusal(make.error) ?? refusal(revoke.error)
  const again = () => {
    revoke.reset()
    make.mutate()
  }
  return (
    <Dialog title={said.title(name)} onClose={onClose}>
      <p>{said.explain}</p>
      {run.status === 'draft' && <p className="fault">{said.draft}</p>}
      {make.isPending && <Waiting />}
      {fault && (
        <p className="fault" role="alert">
          {make.isError && said.failed} {fault}
        </p>
      )}
      {make.data && !revoke.isSuccess && <Link link={make.data} />}
      {revoke.isSuccess && <p role="status">{said.revoked}</p>}
      <div className="choices">
        {make.data && !revoke.isSuccess && (
          <button type="button" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            {said.revoke}
          </button>
        )}
        {(revoke.isSuccess || make.isError) && (
          <button type="button" onClick={again}>
            {said.again}
          </button>
        )}
      </div>
    </Dialog>
  )
}

function Link({ link }: { readonly link: RunLink }) {
  const said = words().desk.send
  const { copy, told } = useCopy(link.url)
  return (
    <>
      <QrCode text={link.url} name={said.scan} />
      <p>{said.scan}</p>
      <TextField label={said.link} value={link.url} onChange={() => undefined} />
      <button type="button" className="main" onClick={copy}>
        {said.copy}
      </button>{' '}
      <span role="status">{told}</span>
      <p className="quiet">{said.until(moment(link.expires_at))}</p>
    </>
  )
}
