import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { useFreshPassword } from '../auth/ask-password.tsx'
import type { Client } from './client.ts'

const SHOWN_MS = 60_000

/** The number of identity: masked, shown in full for a minute to whoever has just given his password, and marked as compared with the card. */
export function Nid({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const fresh = useFreshPassword()
  const [shown, setShown] = useState<string | null>(null)
  const path = { params: { path: { id: client.id } } }
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  const reveal = async () => {
    try {
      const answer = await fresh.run(async () => {
        const { data, error } = await http.GET('/api/v1/clients/{id}/nid', path)
        if (data === undefined) throw error
        return data
      })
      setShown(answer.nid)
    } catch (error) {
      sayFailed(error, t`The server cannot be reached.`)
    }
  }
  const verify = async () => {
    const { error } = await http.POST('/api/v1/clients/{id}/nid/verification', path)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries()
    sayDone(t`Noted: you have compared the card with the number.`)
  }
  return (
    <>
      <Group gap={8}>
        <span className="lm-number">{shown ?? client.nid_masked}</span>
        {shown === null ? (
          <AllowedButton allowed={client.allowed.reveal_nid} size="compact-xs" variant="default" onClick={() => void reveal()}>
            <Trans>Show</Trans>
          </AllowedButton>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => setShown(null)}>
            <Trans>Hide</Trans>
          </Button>
        )}
        {(shown !== null || client.nid_verified_at === null) && (
          <AllowedButton allowed={client.allowed.verify_nid} size="compact-xs" variant="default" onClick={() => void verify()}>
            <Trans>I have compared the card</Trans>
          </AllowedButton>
        )}
      </Group>
      {client.nid_verified_at !== null && (
        <Text size="xs" c="dimmed" component="div">
          <Group gap={4}>
            <IconRosetteDiscountCheck size={14} aria-hidden />
            <Trans>Compared with the card on {format.date(format.dayOf(client.nid_verified_at))}</Trans>
          </Group>
        </Text>
      )}
      {fresh.dialog}
    </>
  )
}
