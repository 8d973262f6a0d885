import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { isProblem } from '../../api/client.ts'
import { FormFailure } from '../../ui/form.tsx'
import olts from '../olts/olts.module.css'
import type { Plan, WholeTask } from './task.ts'
import { TaskOutcome } from './task-outcome.tsx'

export interface Asked {
  readonly is_dry_run: boolean
  readonly acknowledges_unverified: boolean
}
type Answer = { readonly data?: Plan | WholeTask | undefined; readonly error?: unknown }

/** Something an OLT is told to do: what would be typed is shown first, then it is done, and its outcome is followed. */
export function TaskDialog({
  title,
  ask,
  children,
  isReady = true,
  isDanger = false,
  warning,
  onClose,
}: {
  title: string
  ask: (asked: Asked) => Promise<Answer>
  /** The fields of what is asked for. */
  children?: ReactNode
  isReady?: boolean
  isDanger?: boolean
  warning?: ReactNode
  onClose: () => void
}) {
  const { t } = useLingui()
  const [plan, setPlan] = useState<Plan | null>(null)
  const [taskId, setTaskId] = useState<number | null>(null)
  const [isKnown, setKnown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const send = async (asked: Asked) => {
    setBusy(true)
    setFailure(null)
    const { data, error } = await ask(asked).catch((thrown: unknown): Answer => ({ error: thrown }))
    setBusy(false)
    if (data === undefined) return setFailure(isProblem(error) ? error.detail : t`The server cannot be reached.`)
    if ('id' in data) setTaskId(data.id)
    else setPlan(data)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ is_dry_run: plan === null, acknowledges_unverified: isKnown })
  }
  const mayDo = plan?.is_verified === true || isKnown
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {taskId !== null ? (
        <Stack gap="md">
          <TaskOutcome taskId={taskId} />
          <Group justify="end">
            <Button onClick={onClose}>
              <Trans>Close</Trans>
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {warning !== undefined && <Text size="sm">{warning}</Text>}
            {children !== undefined && (
              // What is changed after the plan was made would not be what is typed.
              <fieldset className={olts.fields} onChange={() => setPlan(null)}>
                {children}
              </fieldset>
            )}
            {plan !== null && <PlanShown plan={plan} />}
            {plan !== null && !plan.is_verified && (
              <Checkbox
                label={t`I know that nobody has seen this firmware take it yet`}
                checked={isKnown}
                onChange={({ currentTarget }) => setKnown(currentTarget.checked)}
              />
            )}
            <FormFailure text={failure} />
            <Group justify="end">
              <Button variant="default" onClick={onClose}>
                <Trans>Cancel</Trans>
              </Button>
              {plan === null ? (
                <Button type="submit" loading={isBusy} disabled={!isReady}>
                  <Trans>Show what will be typed</Trans>
                </Button>
              ) : (
                <Button type="submit" loading={isBusy} disabled={!mayDo} {...(isDanger || plan.is_dangerous ? { color: 'red' } : {})}>
                  <Trans>Do it</Trans>
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function PlanShown({ plan }: { plan: Plan }) {
  const { t } = useLingui()
  return (
    <Stack gap="xs">
      {plan.is_dangerous && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} py="xs">
          <Trans>Somebody is without service by this.</Trans>
        </Alert>
      )}
      <Text size="sm">
        <Trans>These lines will be typed:</Trans>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre className={olts.lines} tabIndex={0}>
        {[...plan.lines, ...plan.save_lines].map(({ text, confirm }) => `${text}${confirm === null ? '' : `  (${confirm})`}\n`).join('')}
      </pre>
      {plan.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {[plan.model, plan.firmware].filter(Boolean).join(' ')} {plan.is_verified ? t`was seen to take it.` : t`was not seen to take it yet.`}
      </Text>
    </Stack>
  )
}
