import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../api/client.ts'
import type { paths } from '../api/schema.d.ts'
import { useMay } from '../lib/session.ts'
import type { UrlState } from '../lib/use-url-state.ts'
import { sayDone, sayFailed } from './form.tsx'

type Body = NonNullable<paths['/api/v1/exports']['post']['requestBody']>['content']['application/json']
type Format = Exclude<NonNullable<Body['format']>, 'pdf'>

const LOOK_AGAIN_MS = 800
const LOOK_AT_MOST = 150

/**
 * Exactly the rows this list shows, in its order and with its columns, as a file. Small ones arrive by themselves; a long one may be left alone and is fetched from the
 * page of exports later.
 */
export function ExportButton({ list, filter, columns = [] }: { list: Body['list']; filter: UrlState; columns?: readonly string[] }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  if (!may('client.export')) return null
  const ask = async (format: Format) => {
    const asked = Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined))
    const { data, error } = await http.POST('/api/v1/exports', { body: { list, format, filter: asked, columns: [...columns] } as Body })
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    sayDone(t`The file is being written; it comes by itself.`)
    for (let times = 0; times < LOOK_AT_MOST; times += 1) {
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
      const { data: found } = await http.GET('/api/v1/exports/{id}', { params: { path: { id: data.id } } })
      if (found?.state === 'failed') return sayFailed(null, found.error ?? t`The file could not be written.`)
      if (found?.has_file === true && found.state === 'done') {
        location.assign(`/api/v1/exports/${data.id}/file`)
        break
      }
    }
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/exports'] })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t`Export this list`}>
          <ActionIcon variant="default" size={32} aria-label={t`Export this list`}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void ask('csv')}>CSV</Menu.Item>
        <Menu.Item onClick={() => void ask('xlsx')}>Excel (XLSX)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
