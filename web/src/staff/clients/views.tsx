import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Popover, Stack, Switch, TextInput, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark, IconUsers, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useChosenInSight } from '../../lib/use-chosen-in-sight.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { FormFailure, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import styles from './views.module.css'

interface ViewsProps {
  readonly state: UrlState
  readonly onChange: (changes: UrlState, options?: { push?: boolean }) => void
  /** The filters a view may hold, besides the order. */
  readonly keys: readonly string[]
}

/** Kept filters: those of every installation, then those of everybody here and one's own. */
export function Views({ state, onChange, keys }: ViewsProps) {
  const { t } = useLingui()
  const may = useMay()
  const views = api.useQuery('get', '/api/v1/saved-views', { params: { query: { entity: 'clients' } } }, { staleTime: 60_000 }).data?.items ?? []
  const all = [...keys, 'sort']
  const present = Object.fromEntries(all.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]]))) as Record<string, string>
  const isShown = (filter: Record<string, string>) =>
    Object.keys(filter).length === Object.keys(present).length && Object.entries(filter).every(([key, value]) => present[key] === value)
  const show = (filter: Record<string, string>) => onChange({ ...Object.fromEntries(all.map((key) => [key, undefined])), ...filter }, { push: true })
  const isNew = Object.keys(present).length > 0 && !views.some(({ filter }) => isShown(filter))
  const kept = views.filter(({ is_builtin }) => !is_builtin)
  const strip = useChosenInSight<HTMLDivElement>(`${views.length} ${JSON.stringify(present)}`)
  return (
    <div ref={strip} className={styles.views} role="group" aria-label={t`Views`}>
      <button type="button" className={styles.view} aria-pressed={isShown({})} onClick={() => show({})}>
        <Trans>All clients</Trans>
      </button>
      {views
        .filter(({ is_builtin }) => is_builtin)
        .map((view) => (
          <button key={view.key} type="button" className={styles.view} aria-pressed={isShown(view.filter)} onClick={() => show(view.filter)}>
            {view.name}
          </button>
        ))}
      {kept.length > 0 && <span className={styles.rule} aria-hidden="true" />}
      {kept.map((view) => (
        <span key={view.id} className={styles.own}>
          <button type="button" className={styles.view} aria-pressed={isShown(view.filter)} onClick={() => show(view.filter)}>
            {view.name}
            {view.is_shared && <IconUsers size={12} style={{ marginInlineStart: 4 }} aria-label={t`for everybody`} />}
          </button>
          {isShown(view.filter) && view.id !== null && (!view.is_shared || may('settings.edit')) && (
            <ForgetView id={view.id} name={view.name} onGone={() => show({})} />
          )}
        </span>
      ))}
      {isNew && <SaveView filter={present} />}
    </div>
  )
}

function ForgetView({ id, name, onGone }: { id: number; name: string; onGone: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const forget = async () => {
    const { error } = await http.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/saved-views'] })
    onGone()
  }
  return (
    <Tooltip label={t`Forget this view`}>
      <ActionIcon variant="subtle" color="gray" size={20} aria-label={t`Forget the view ${name}`} onClick={() => void forget()}>
        <IconX size={12} />
      </ActionIcon>
    </Tooltip>
  )
}

function SaveView({ filter }: { filter: Record<string, string> }) {
  const { t } = useLingui()
  const may = useMay()
  const queries = useQueryClient()
  const [isOpen, { open, close }] = useDisclosure(false)
  const form = useForm({ initialValues: { name: '', is_shared: false }, validate: { name: (value) => (value.trim() === '' ? t`Give it a name` : null) } })
  const { submit, isSending, failure } = useSubmit(form)
  const save = submit(async ({ name, is_shared }) => {
    const { error } = await http.POST('/api/v1/saved-views', { body: { entity: 'clients', name, filter, is_shared } })
    if (error !== undefined) throw error
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/saved-views'] })
    sayDone(t`The view is kept.`)
    close()
  })
  return (
    <Popover opened={isOpen} onChange={(wanted) => (wanted ? open() : close())} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button className={styles.save ?? ''} variant="subtle" size="compact-sm" leftSection={<IconBookmark size={14} />} onClick={isOpen ? close : open}>
          <Trans>Keep this view</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={save} noValidate>
          <Stack gap="sm" w={250}>
            <TextInput label={t`Name`} data-autofocus {...form.getInputProps('name')} />
            {may('settings.edit') && <Switch label={t`For everybody`} {...form.getInputProps('is_shared', { type: 'checkbox' })} />}
            <FormFailure text={failure} />
            <Button type="submit" loading={isSending}>
              <Trans>Save</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
