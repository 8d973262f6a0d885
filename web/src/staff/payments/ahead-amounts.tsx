import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { firstDayOf, monthAfter } from '../../lib/months.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayFailed } from '../../ui/form.tsx'

const OFTEN = [1, 3, 6, 12] as const

/** What is missing to have paid some months ahead, worked out by the server from what is agreed today. */
export function AheadAmounts({ clientId, onChoose }: { clientId: number; onChoose: (minor: number) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const [asking, setAsking] = useState<number | null>(null)
  const [answer, setAnswer] = useState<{ readonly months: number; readonly billed: number } | null>(null)
  const ask = async (months: number) => {
    setAsking(months)
    const month = monthAfter(format.today(), months)
    const { data, error } = await http
      .POST('/api/v1/clients/{id}/payments/quote', { params: { path: { id: clientId } }, body: { month } })
      .catch((lost: unknown) => ({ data: undefined, error: lost }))
    setAsking(null)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setAnswer({ months, billed: data.billed_minor })
    onChoose(data.to_pay_minor)
  }
  const until = answer === null ? '' : format.month(firstDayOf(monthAfter(format.today(), answer.months)))
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          <Trans>Months ahead:</Trans>
        </Text>
        {OFTEN.map((months) => {
          const shown = format.number(months)
          const label = plural(months, { one: `Pay ${shown} month ahead`, other: `Pay ${shown} months ahead` })
          return (
            <Button
              key={months}
              size="compact-sm"
              variant={answer?.months === months ? 'light' : 'default'}
              loading={asking === months}
              aria-label={label}
              aria-pressed={answer?.months === months}
              onClick={() => void ask(months)}
            >
              {shown}
            </Button>
          )
        })}
      </Group>
      <Text size="sm" c="dimmed" mt={4} aria-live="polite">
        {answer !== null && (
          <Trans>
            Pays all that is billed up to the end of {until}: {format.money(answer.billed)} of bills to come at today's prices.
          </Trans>
        )}
      </Text>
    </div>
  )
}
