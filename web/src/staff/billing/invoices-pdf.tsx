import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { FormFailure, sayFailed } from '../../ui/form.tsx'
import { JobProgress } from '../../ui/progress.tsx'

type Export = paths['/api/v1/exports/{id}']['get']['responses']['200']['content']['application/json']

export interface InvoicesPdfProps {
  /** The filter of the list of invoices. */
  readonly filter: Readonly<Record<string, string>>
  readonly label: string
  /** How many there are, as far as one knows. */
  readonly count: number | null
  readonly compact?: boolean
}

/** Many invoices as one file: made in the background, fetched here or later from the page of exports. */
export function InvoicesPdf({ filter, label, count, compact = false }: InvoicesPdfProps) {
  const { t } = useLingui()
  const may = useMay()
  const [isOpen, { open, close }] = useDisclosure(false)
  if (!may('client.export')) return null
  return (
    <>
      <AllowedButton
        variant="default"
        size={compact ? 'compact-sm' : 'sm'}
        leftSection={<IconFileTypePdf size={16} />}
        onClick={open}
        allowed={count === 0 ? { ok: false, reason: t`There is no invoice yet.` } : { ok: true }}
      >
        <Trans>All as PDF</Trans>
      </AllowedButton>
      {isOpen && <PdfDialog filter={filter} label={label} count={count} onClose={close} />}
    </>
  )
}

function PdfDialog({ filter, label, count, onClose }: Omit<InvoicesPdfProps, 'compact'> & { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const [locale, setLocale] = useState<Locale>(i18n.locale as Locale)
  const [paper, setPaper] = useState<'a4' | '80mm'>('a4')
  const [id, setId] = useState<number | null>(null)
  const [isSending, setSending] = useState(false)
  const ask = async () => {
    setSending(true)
    const { data, error } = await http
      .POST('/api/v1/exports', { body: { list: 'invoices_pdf', format: 'pdf', filter: { ...filter }, columns: [], options: { locale, paper } } })
      .finally(() => setSending(false))
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setId(data.id)
    await client.invalidateQueries({ queryKey: ['list', '/api/v1/exports'] })
  }
  return (
    <Modal opened onClose={onClose} title={label}>
      {id === null ? (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            <Trans>Every invoice begins a page of its own, in the order of the list. Voided ones are left out.</Trans>
          </Text>
          <Radio.Group label={t`Language`} value={locale} onChange={(value) => setLocale(value as Locale)}>
            <Group mt={4}>
              {LOCALES.map((each) => (
                <Radio key={each} value={each} label={LOCALE_NAMES[each]} />
              ))}
            </Group>
          </Radio.Group>
          <Radio.Group label={t`Paper`} value={paper} onChange={(value) => setPaper(value as typeof paper)}>
            <Group mt={4}>
              <Radio value="a4" label="A4" />
              <Radio value="80mm" label="80 mm" />
            </Group>
          </Radio.Group>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button loading={isSending} onClick={() => void ask()} data-autofocus>
              <Trans>Make the file</Trans>
            </Button>
          </Group>
        </Stack>
      ) : (
        <PdfProgress id={id} count={count} onClose={onClose} />
      )}
    </Modal>
  )
}

/** How far the file is; the dialog may be left, the file is under Exports as well. */
function PdfProgress({ id, count, onClose }: { id: number; count: number | null; onClose: () => void }) {
  const { t } = useLingui()
  const counted = useCounted()
  const poll = useFallbackPoll()
  const isOver = (found: Export | undefined) => found !== undefined && found.state !== 'queued' && found.state !== 'running'
  const { data: found } = api.useQuery(
    'get',
    '/api/v1/exports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state: { data } }) => (isOver(data as Export | undefined) ? false : poll === false ? 4000 : poll) },
  )
  const done = found?.row_count ?? 0
  return (
    <Stack gap="md">
      {!isOver(found) && (
        <JobProgress label={t`The file is being written.`} done={done} of={count}>
          {counted.invoices(done)}
        </JobProgress>
      )}
      {found?.state === 'done' && <Text size="sm">{t`In the file: ${counted.invoices(done)}.`}</Text>}
      <FormFailure text={found?.state === 'failed' ? (found.error ?? t`The file could not be written.`) : null} />
      <Group justify="space-between">
        <Link className="lm-link" to="/exports" onClick={onClose}>
          <Trans>Your exports</Trans>
        </Link>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {isOver(found) ? <Trans>Close</Trans> : <Trans>Leave it running</Trans>}
          </Button>
          {found?.has_file === true && (
            <Button component="a" href={`/api/v1/exports/${id}/file`} data-autofocus>
              <Trans>Save the file</Trans>
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  )
}
