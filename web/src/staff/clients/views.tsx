import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api, http } from '../../api/client.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import styles from './views.module.css'

interface ViewsProps {
  readonly state: UrlState
  readonly onChange: (changes: UrlState, options?: { push?: boolean }) => void
  /** The filters a view may hold, besides the order. */
  readonly keys: readonly string[]
}

/** Kept filters as tabs: those of every installation, those of everybody, and one's own. */
export function Views({ state, onChange, keys }: ViewsProps) {
  const { t } = useLingui()
  const views = api.useQuery('get', '/api/v1/saved-views', { params: { query: { entity: 'clients' } } }, { staleTime: 60_000 }).data?.items ?? []
  const all = [...keys, 'sort']
  const present = Object.fromEntries(all.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])))
  const isShown = (filter: Record<string, string>) =>
    Object.keys(filter).length === Object.keys(present).length && Object.entries(filter).every(([key, value]) => present[key] === value)
  const show = (filter: Record<string, string>) => onChange({ ...Object.fromEntries(all.map((key) => [key, undefined])), ...filter }, { push: true })
  const isNew = Object.keys(present).length > 0 && !views.some(({ filter }) => isShown(filter))
  return (
    <div className={styles.views} role="group" aria-label={t`Views`}>
      <button type="button" className={styles.view} aria-pressed={isShown({})} onClick={() => show({})}>
        <Trans>All clients</Trans>
      </button>
      {views.map((view) => (
        <button key={view.key ?? view.id} type="button" className={styles.view} aria-pressed={isShown(view.filter)} onClick={() => show(view.filter)}>
          {view.name}
        </button>
      ))}
      {isNew && <SaveView filter={present as Record<string, string>} />}
    </div>
  )
}

function SaveView({ filter }: { filter: Record<string, string> }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isOpen, { open, close }] = useDisclosure(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name === '') return
    const { error } = await http.POST('/api/v1/saved-views', { body: { entity: 'clients', name, filter, is_shared: false } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: ['get', '/api/v1/saved-views'] })
    sayDone(t`The view is kept.`)
    close()
  }
  return (
    <Popover opened={isOpen} onChange={(wanted) => (wanted ? open() : close())} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button className={styles.save ?? ''} variant="subtle" size="compact-sm" onClick={open}>
          <Trans>Keep this view</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void save(event)} style={{ display: 'flex', gap: 8, alignItems: 'end' }}>
          <TextInput name="name" label={t`Name`} data-autofocus />
          <Button type="submit">
            <Trans>Save</Trans>
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
