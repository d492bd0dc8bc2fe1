import type { Container } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { containerQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { EditPage } from '../edit-page.tsx'
import { Retire } from '../retire.tsx'
import { AfterContainer } from './after-container.tsx'
import { ContainerForm } from './container-form.tsx'

export const EditContainer = ({ id }: { readonly id?: string }) =>
  id === undefined ? <NewContainer /> : <StoredContainer id={id} />

function NewContainer() {
  const said = words().register
  const [added, setAdded] = useState<Container>()
  return (
    <EditPage
      title={said.newContainer}
      back={{ to: '/register/containers', label: said.kinds.containers }}
    >
      {added === undefined ? (
        <ContainerForm onSaved={setAdded} />
      ) : (
        <AfterContainer container={added} another={() => setAdded(undefined)} />
      )}
    </EditPage>
  )
}

function StoredContainer({ id }: { readonly id: string }) {
  const said = words().register
  const { data, isError, refetch } = useQuery(containerQuery(id))
  return (
    <EditPage
      title={data?.name ?? id}
      back={{ to: '/register/containers', label: said.kinds.containers }}
    >
      {data === undefined ? (
        isError ? (
          <Failed again={refetch} />
        ) : (
          <Waiting />
        )
      ) : (
        <>
          <Link href={`/containers/${segment(id)}`} className="row-link">
            {said.toItsPage}
          </Link>
          <ContainerForm key={`${id} ${data.active}`} container={data} />
          <div className="retire">
            <Retire path="containers" thing={data} explanation={said.retireContainer} />
          </div>
        </>
      )}
    </EditPage>
  )
}
