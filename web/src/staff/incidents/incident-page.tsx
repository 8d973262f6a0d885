import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconGitMerge } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useMinutesText } from '../../lib/use-duration.ts'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Page } from '../../ui/page.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { CloseIncident } from './close-incident.tsx'
import { CreditDrafts } from './credit-drafts.tsx'
import { IncidentClients } from './incident-clients.tsx'
import { IncidentStateMark } from './incident-state.tsx'
import { useIncidentKindText, useWhereText } from './incident.ts'
import type { Incident } from './incident.ts'
import { PublicText } from './public-text.tsx'

/** One incident: where, since when, whom it concerns, what clients are told, and what they get back. */
export function IncidentPage() {
  const { t } = useLingui()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/incidents/{id}', { params: { path: { id } } }, { refetchInterval: useFallbackPoll() })
  if (error !== null)
    return (
      <Page title={t`Incident`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (data === undefined)
    return (
      <Page title={t`Incident`}>
        <Skeleton h={84} radius="md" />
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return <Shown key={data.id} incident={data} />
}

function Shown({ incident }: { incident: Incident }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const kindText = useIncidentKindText()
  const where = useWhereText()
  const minutes = useMinutesText()
  const [isClosing, closing] = useDisclosure(false)
  return (
    <Page
      title={t`${kindText(incident.kind)}: ${where(incident)}`}
      note={<IncidentStateMark incident={incident} />}
      actions={
        <>
          <Button
            component={Link}
            to="/onus"
            search={{ olt_id: String(incident.olt_id), state: 'away', ...(incident.pon === null ? {} : { pon: incident.pon }) } as never}
            variant="default"
          >
            <Trans>ONUs that are away there</Trans>
          </Button>
          <AllowedButton allowed={incident.allowed.close} onClick={closing.open}>
            <Trans>End it</Trans>
          </AllowedButton>
        </>
      }
    >
      {incident.merged_into_id !== null && (
        <Alert color="blue" icon={<IconGitMerge size={18} />} title={t`It became a part of a larger incident`}>
          <PageLink to={`/incidents/${incident.merged_into_id}`}>
            <Trans>Go to it</Trans>
          </PageLink>
        </Alert>
      )}
      <Figures
        figures={[
          {
            label: t`Since`,
            value: format.time(incident.began_at),
            note: incident.ended_at === null ? format.date(format.dayOf(incident.began_at)) : t`until ${format.dateTime(incident.ended_at)}`,
          },
          { label: t`Lasts`, value: minutes(incident.minutes), note: t`noticed ${format.time(incident.found_at)}` },
          {
            label: t`ONUs away`,
            value: format.number(incident.onus - incident.onus_back),
            note: t`of ${format.number(incident.onus_of)} there; ${format.number(incident.onus_back)} back`,
          },
          { label: t`Clients`, value: format.number(incident.clients), note: counted.lines(incident.lines) },
          { label: t`Billed a month`, value: format.roundMoney(incident.monthly_minor), note: t`what these lines pay` },
          {
            label: t`OLT`,
            value: incident.olt_name,
            isName: true,
            note: incident.branch_name,
            ...(may('olt.view') ? { to: `/olts/${incident.olt_id}` } : {}),
          },
        ]}
      />
      {incident.close_reason !== null && (
        <Alert color="gray" title={t`Ended by ${incident.closed_by_name ?? '–'}`}>
          {incident.close_reason}
        </Alert>
      )}
      <PublicText incident={incident} />
      <IncidentClients incident={incident} />
      {may('invoice.view') && <CreditDrafts incident={incident} />}
      {isClosing && <CloseIncident incident={incident} onClose={closing.close} />}
    </Page>
  )
}
