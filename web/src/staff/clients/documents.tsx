import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconFile, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FormFailure, sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import type { Client } from './client.ts'
import styles from './documents.module.css'
import { DropZone, sendFile } from './drop-zone.tsx'
import clientStyles from './client.module.css'

type Kind = 'nid_front' | 'nid_back' | 'photo' | 'contract' | 'other'
const KINDS: readonly Kind[] = ['nid_front', 'nid_back', 'contract', 'photo', 'other']

/** Papers kept with a client; several at once by drag and drop, or one after the other with the phone's camera. */
export function Documents({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/clients/{id}/documents', { params: { path: { id: client.id } } })
  const [kind, setKind] = useState<Kind>('nid_front')
  const [title, setTitle] = useState('')
  const [failures, setFailures] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const [going, setGoing] = useState<{ id: number; name: string } | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  const kindText: Record<Kind, string> = { nid_front: t`NID, front`, nid_back: t`NID, back`, contract: t`Contract`, photo: t`Photo`, other: t`Other` }
  const unreachable = t`The server cannot be reached. Try again; nothing is lost.`

  const keep = async (files: readonly File[]) => {
    setBusy(true)
    const refused: string[] = []
    for (const file of files) {
      const failure = await sendFile('POST', `/api/v1/clients/${client.id}/documents`, file, { kind, title }, unreachable)
      if (failure !== null) refused.push(`${file.name}: ${failure}`)
    }
    setBusy(false)
    setFailures(refused)
    if (refused.length < files.length) {
      setTitle('')
      if (kind === 'nid_front') setKind('nid_back')
      sayDone(t`Kept.`)
    }
    await queries.invalidateQueries()
  }
  const remove = async () => {
    if (going === null) return
    setRemoving(true)
    const { error: failure } = await http.DELETE('/api/v1/clients/{id}/documents/{document_id}', {
      params: { path: { id: client.id, document_id: going.id } },
    })
    setRemoving(false)
    setGoing(null)
    if (failure !== undefined) return sayFailed(failure, unreachable)
    await queries.invalidateQueries()
  }
  const address = (id: number) => `/api/v1/clients/${client.id}/documents/${id}/content`
  return (
    <>
      {client.allowed.edit.ok && (
        <div className={styles.above}>
          <div className={styles.aboveFields}>
            <Select
              aria-label={t`Kind of document`}
              data={KINDS.map((value) => ({ value, label: kindText[value] }))}
              value={kind}
              onChange={(value) => setKind((value ?? 'other') as Kind)}
            />
            <TextInput
              aria-label={t`Title of the document`}
              placeholder={t`Title, if it needs one`}
              value={title}
              maxLength={200}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          </div>
          <DropZone accepts="image/*,application/pdf" isMany isBusy={isBusy} onFiles={(files) => void keep(files)} />
          <FormFailure text={failures.length === 0 ? null : failures.join('\n')} />
        </div>
      )}
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <div className={clientStyles.empty}>
          <Trans>No document yet. Keep the two sides of the NID here, and the contract.</Trans>
        </div>
      )}
      <ul className={styles.files}>
        {data?.items.map((document) => (
          <li key={document.id}>
            {document.content_type.startsWith('image/') ? (
              <img className={styles.thumb} src={address(document.id)} alt="" loading="lazy" />
            ) : (
              <IconFile size={22} stroke={1.6} aria-hidden />
            )}
            <span className={styles.file}>
              <a className="lm-link" href={address(document.id)} target="_blank" rel="noreferrer">
                {document.title || kindText[document.kind]}
              </a>
              <small>
                {kindText[document.kind]} · {document.name} · {format.number(Math.ceil(document.size_bytes / 1024))} kB · <TimeText at={document.created_at} />
              </small>
            </span>
            {client.allowed.edit.ok && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t`Take ${document.title || kindText[document.kind]} away`}
                onClick={() => setGoing({ id: document.id, name: document.title || kindText[document.kind] })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {going !== null && (
        <ConfirmDialog
          title={t`Take ${going.name} away`}
          onClose={() => setGoing(null)}
          onSubmit={(event) => {
            event?.preventDefault()
            void remove()
          }}
          isSending={isRemoving}
          failure={null}
          submitLabel={<Trans>Take it away</Trans>}
          isDanger
        >
          <Trans>The file is no longer kept with {client.name}. That it was there stays in the audit.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}
