// The filter stands in the address: a link, "back" and a reload show the same list.
import { useSearchParams } from 'wouter'
import { type ContainerFilter, MARK_CHOICES } from './container-filter.ts'

export function useFilter(): [ContainerFilter, (changed: Partial<ContainerFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const filter: ContainerFilter = {
    text: params.get('text') ?? '',
    mark: MARK_CHOICES.find((mark) => mark === params.get('mark')) ?? '',
    municipality: params.get('municipality') ?? '',
    depot: params.get('depot') ?? '',
  }
  const change = (changed: Partial<ContainerFilter>) => {
    const after = Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== '')
    setParams(new URLSearchParams(after), { replace: true })
  }
  return [filter, change]
}
