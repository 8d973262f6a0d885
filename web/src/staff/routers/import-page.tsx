import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { CountStrip } from '../../ui/count-strip.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import { ImportSecrets } from './import-secrets.tsx'
import { ReadSecrets } from './read-secrets.tsx'
import { STANDINGS, useStandingText } from './standing.ts'
import type { Standing } from './standing.ts'
import { LatestTakeover } from './takeover.tsx'

const POLL_MS = 1500

/** Brings what stands on a router into the program: which profiles are packages, which secrets are lines already, and which become clients. */
export function RouterImportPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const client = useQueryClient()
  const standingText = useStandingText()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const path = { params: { path: { id } } }
  const [shown, setShown] = useState<Standing>('new')
  const [isAsking, setAsking] = useState(false)
  const router = api.useQuery('get', '/api/v1/routers/{id}', path)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/routers/{id}/reading', path, {
    staleTime: 0,
    refetchInterval: ({ state }) => ((state.data as { reading: { state: string } | null } | undefined)?.reading?.state === 'reading' ? POLL_MS : false),
  })
  const read = async () => {
    setAsking(true)
    const { error: refusal } = await http.POST('/api/v1/routers/{id}/reading', path).catch((thrown: unknown) => ({ error: thrown }))
    setAsking(false)
    if (refusal !== undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    await client.invalidateQueries()
  }
  const failed = error ?? router.error
  if (failed !== null)
    return (
      <Page title={t`Import from a router`}>
        <ErrorState error={failed} retry={() => void refetch()} />
      </Page>
    )
  const reading = data?.reading ?? null
  const ask = may('router.control') && (
    <Button
      variant={reading === null ? 'filled' : 'default'}
      leftSection={reading === null ? <IconDownload size={16} /> : <IconRefresh size={16} />}
      loading={isAsking || reading?.state === 'reading'}
      onClick={() => void read()}
    >
      {reading === null ? <Trans>Read the router</Trans> : <Trans>Read it again</Trans>}
    </Button>
  )
  return (
    <Page
      title={t`Import from ${router.data?.name ?? ''}`}
      note={
        <Link className="lm-link" to="/routers/$id" params={{ id: String(id) } as never}>
          <Trans>Back to the router</Trans>
        </Link>
      }
      actions={reading !== null && ask}
    >
      {data === undefined ? (
        <RowsPending rows={5} />
      ) : reading === null ? (
        <Card>
          <EmptyState icon={<IconDownload size={24} />} title={<Trans>Nothing is read yet</Trans>} action={ask}>
            <Trans>
              Its profiles and secrets are read and shown here; nothing is changed on the router, and nothing is imported before you have looked through it.
            </Trans>
          </EmptyState>
        </Card>
      ) : reading.state === 'reading' ? (
        <RowsPending rows={5} />
      ) : reading.state === 'failed' ? (
        <Alert color="red" role="alert" title={t`The router could not be read`}>
          {reading.error}
        </Alert>
      ) : (
        <>
          <LatestTakeover routerId={id} />
          <CountStrip
            label={t`What the secrets are`}
            parts={STANDINGS.map((value) => ({ value, label: standingText(value).name, count: reading.counts[value], note: standingText(value).meaning }))}
            shown={shown}
            onChoose={(value) => setShown(value as Standing)}
          />
          {shown === 'new' && reading.counts.new > 0 && router.data !== undefined && <ImportSecrets router={router.data} profiles={reading.profiles} />}
          <Card title={standingText(shown).name} flush>
            <ReadSecrets key={`${shown} ${reading.read_at ?? ''}`} routerId={id} standing={shown} count={reading.counts[shown]} />
          </Card>
          <p>
            {reading.read_at !== null && t`Read at ${format.dateTime(reading.read_at)}.`} <Trans>What was read is forgotten after a day.</Trans>
          </p>
        </>
      )}
    </Page>
  )
}
