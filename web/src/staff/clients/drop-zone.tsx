import { i18n } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, FileButton, Group } from '@mantine/core'
import { IconCamera, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { DragEvent } from 'react'
import { isProblem } from '../../api/client.ts'
import styles from './documents.module.css'

/** Takes files that are dropped on it, chosen, or photographed; a phone offers its camera. */
export function DropZone({
  accepts,
  isMany = false,
  isBusy = false,
  onFiles,
}: {
  accepts: string
  isMany?: boolean
  isBusy?: boolean
  onFiles: (files: readonly File[]) => void
}) {
  const { t } = useLingui()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0 && !isBusy) onFiles(isMany ? files : files.slice(0, 1))
  }
  const take = (payload: File | File[] | null) => {
    const files = payload === null ? [] : Array.isArray(payload) ? payload : [payload]
    if (files.length > 0) onFiles(files)
  }
  return (
    <div
      role="group"
      aria-label={isMany ? t`Files` : t`File`}
      className={`${styles.zone} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles.hint}>{isMany ? t`Drop files here, or` : t`Drop a file here, or`}</span>
      <Group gap="xs">
        <FileButton accept={accepts} multiple={isMany} onChange={take as never}>
          {(props) => (
            <Button {...props} variant="default" loading={isBusy} leftSection={<IconUpload size={16} />}>
              <Trans>Choose</Trans>
            </Button>
          )}
        </FileButton>
        <FileButton accept="image/*" capture="environment" onChange={take as never}>
          {(props) => (
            <Button {...props} variant="default" disabled={isBusy} leftSection={<IconCamera size={16} />} className={styles.camera ?? ''}>
              <Trans>Take a picture</Trans>
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  )
}

/** Sends one file with the fields before it; answers what was refused, null where it was taken. */
export async function sendFile(method: 'POST' | 'PUT', path: string, file: File, fields: Record<string, string>, unreachable: string): Promise<string | null> {
  const parts = new FormData()
  for (const [name, value] of Object.entries(fields)) parts.append(name, value)
  parts.append('file', file)
  try {
    const response = await fetch(path, { method, body: parts, headers: { 'accept-language': i18n.locale } })
    if (response.ok) return null
    const problem: unknown = await response.json()
    return isProblem(problem) ? problem.detail : unreachable
  } catch {
    // No answer, or one that is no JSON: for the person it is the same.
    return unreachable
  }
}
