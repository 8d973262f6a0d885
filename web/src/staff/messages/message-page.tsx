import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api, http } from '../../api/client.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import facts from '../clients/client.module.css'
import { MessageState } from './message-state.tsx'
import { MessageTries } from './message-tries.tsx'
import { useMessageTexts } from './message-texts.ts'
import styles from './messages.module.css'

const POLL_MS = 30_000

/** One message: its words, what became of it, and each try. */
export function MessagePage() {
  const { t } = useLingui()
  const texts = useMessageTexts()
  const queries = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const [isBusy, setBusy] = useState(false)
  const { data: message, error, refetch } = api.useQuery('get', '/api/v1/messages/{id}', { params: { path: { id: Number(id) } } }, { refetchInterval: POLL_MS })
  if (message === undefined)
    return <Page title={t`Message`}>{error === null ? <Skeleton h={300} radius="md" /> : <ErrorState error={error} retry={() => void refetch()} />}</Page>
  const act = async (path: '/api/v1/messages/{id}/cancellation' | '/api/v1/messages/{id}/sending', done: string) => {
    setBusy(true)
    const { error: refused } = await http.POST(path, { params: { path: { id: message.id } } }).catch((lost: unknown) => ({ error: lost }))
    setBusy(false)
    if (refused === undefined) sayDone(done)
    else sayFailed(refused, t`The server cannot be reached.`)
    await refetch()
    await queries.invalidateQueries({ queryKey: ['list'] })
  }
  const { now, allowed } = message
  return (
    <Page
      title={texts.kinds[message.kind]}
      note={<MessageState message={message} />}
      actions={
        <>
          <AllowedButton
            variant="default"
            loading={isBusy}
            allowed={allowed.take_back}
            onClick={() => void act('/api/v1/messages/{id}/cancellation', t`It is not sent.`)}
          >
            <Trans>Do not send</Trans>
          </AllowedButton>
          <AllowedButton
            variant="default"
            loading={isBusy}
            allowed={allowed.send_again}
            onClick={() => void act('/api/v1/messages/{id}/sending', t`It is sent in a moment, if it is still true.`)}
          >
            <Trans>Send again</Trans>
          </AllowedButton>
        </>
      }
    >
      {message.why !== null && (
        <Alert color={message.state === 'failed' ? 'red' : message.state === 'unknown' ? 'yellow' : 'blue'} py={8}>
          {texts.whys[message.why]}
        </Alert>
      )}
      <div className={facts.columns}>
        <div className={facts.stack}>
          <Card title={now === null ? t`What it says` : t`What it says now`}>
            <Words text={now === null ? message.text : now.is_true ? now.text : null} locale={now?.is_true === true ? now.locale : message.locale}>
              {now?.is_true === false ? texts.whys[now.why] : t`It was dropped before it had words.`}
            </Words>
          </Card>
          <Card title={t`Tries`} flush>
            <MessageTries tries={message.tries} />
          </Card>
        </div>
        <Card title={t`To whom`}>
          <dl className={facts.facts}>
            <Fact label={<Trans>Client</Trans>}>
              <Link className="lm-link" to="/clients/$id" params={{ id: String(message.client_id) }}>
                {message.client_name}
              </Link>{' '}
              · {message.client_code}
            </Fact>
            {message.address !== null && <Fact label={<Trans>Address</Trans>}>{message.address}</Fact>}
            {message.locale !== null && <Fact label={<Trans>Language</Trans>}>{texts.language(message.locale)}</Fact>}
            <Fact label={<Trans>Queued</Trans>}>
              <TimeText at={message.created_at} />
            </Fact>
            {message.state === 'queued' && (
              <Fact label={<Trans>Not before</Trans>}>
                <TimeText at={message.not_before} />
              </Fact>
            )}
            {message.closed_at !== null && (
              <Fact label={<Trans>Sent or dropped</Trans>}>
                <TimeText at={message.closed_at} />
              </Fact>
            )}
          </dl>
        </Card>
      </div>
    </Page>
  )
}

/** The words as the client reads them; where there are none, why. */
function Words({ text, locale, children }: { text: string | null; locale: string | null; children: ReactNode }) {
  if (text === null) return <p className={styles.none}>{children}</p>
  return (
    <blockquote className={styles.words} {...(locale === null ? {} : { lang: locale })}>
      {text}
    </blockquote>
  )
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
