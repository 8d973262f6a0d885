import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'

export type OltTask = RowOf<'/api/v1/olt-tasks'>
export type WholeTask = paths['/api/v1/olt-tasks/{id}']['get']['responses']['200']['content']['application/json']
export type Plan = paths['/api/v1/onus/{id}/reboot']['post']['responses']['200']['content']['application/json']
export type Verb = OltTask['verb']

export const TASK_STATES = ['waiting', 'running', 'done', 'refused', 'unsure', 'not_seen', 'failed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

export const isUnderWay = (state: TaskState): boolean => state === 'waiting' || state === 'running'

export function useTaskStateText(): (state: TaskState) => string {
  const { t } = useLingui()
  return (state) =>
    ({
      waiting: t`Waits for its turn`,
      running: t`Is being typed`,
      done: t`Done and seen`,
      refused: t`The OLT refused it`,
      unsure: t`Not certain: look before you do it again`,
      not_seen: t`Taken, but nothing of it shows`,
      failed: t`Could not be told to the OLT`,
      cancelled: t`Cancelled`,
    })[state]
}

export function useVerbText(): (verb: Verb) => string {
  const { t } = useLingui()
  return (verb) =>
    ({
      reboot: t`Start it again`,
      enable: t`Let it in again`,
      disable: t`Shut it out`,
      describe: t`Describe it`,
      authorise: t`Authorise it`,
      delete: t`Delete it from the OLT`,
      replace: t`Replace it`,
    })[verb]
}
