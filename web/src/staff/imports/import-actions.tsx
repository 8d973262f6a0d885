import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { sayFailed } from '../../ui/form.tsx'
import { isMoving } from './import-state.tsx'
import type { Import } from './import-state.tsx'
import { Upload } from './upload.tsx'

/** The next step of an import, and the ways aside: stop it, change its columns, take the bad rows out to correct them. */
export function ImportActions({
  found,
  isMapping,
  onMap,
  onChanged,
}: {
  found: Import
  isMapping: boolean
  onMap: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useLingui()
  const counted = useCounted()
  const [isBusy, setBusy] = useState(false)
  const [isSending, sending] = useDisclosure(false)
  const path = { params: { path: { id: found.id } } }
  const act = async (work: () => Promise<{ error?: unknown }>) => {
    setBusy(true)
    const { error } = await work()
      .catch((lost: unknown) => ({ error: lost }))
      .finally(() => setBusy(false))
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await onChanged()
  }
  const { ready = 0, invalid = 0, failed = 0 } = found.counts
  const canStart = found.state === 'previewed' || found.state === 'cancelled' || found.state === 'failed'
  const isBegun = found.state === 'done' || found.state === 'cancelled'
  return (
    <>
      {isMoving(found.state) && (
        <Button variant="default" loading={isBusy} onClick={() => void act(() => http.POST('/api/v1/imports/{id}/cancellation', path))}>
          <Trans>Stop</Trans>
        </Button>
      )}
      {invalid + failed > 0 && !isMoving(found.state) && (
        <Button component="a" href={`/api/v1/imports/${found.id}/failed-rows.csv`} variant="default" leftSection={<IconDownload size={16} />}>
          <Trans>Rows with errors</Trans>
        </Button>
      )}
      {isBegun && invalid + failed > 0 && (
        <Button variant="default" leftSection={<IconUpload size={16} />} onClick={sending.open}>
          <Trans>Import the corrected file</Trans>
        </Button>
      )}
      {found.state === 'previewed' && !isMapping && (
        <Button variant="default" onClick={onMap}>
          <Trans>Columns</Trans>
        </Button>
      )}
      {canStart && ready > 0 && !isMapping && (
        <Button loading={isBusy} disabled={!found.has_file} onClick={() => void act(() => http.POST('/api/v1/imports/{id}/start', path))}>
          {found.state === 'previewed' ? <Trans>Import {counted.rows(ready)}</Trans> : <Trans>Go on with {counted.rows(ready)}</Trans>}
        </Button>
      )}
      {isSending && <Upload kind={found.kind} onClose={sending.close} />}
    </>
  )
}
