import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { paths } from '../../api/schema.d.ts'

export type BulkJob = paths['/api/v1/bulk-jobs/{id}']['get']['responses']['200']['content']['application/json']
export type ActionName = BulkJob['action']
export type BulkBody = paths['/api/v1/bulk-jobs']['post']['requestBody']['content']['application/json']
export type Change = BulkBody['change']

export type ChangeOf<A extends ActionName> = Extract<Change, { action: A }>

/** What an entry of the menu decides by itself. */
interface Presets {
  readonly change_tags: Pick<ChangeOf<'change_tags'>, 'is_added'>
  readonly set_flag: Pick<ChangeOf<'set_flag'>, 'flag' | 'is_set'>
  readonly set_auto_control: Pick<ChangeOf<'set_auto_control'>, 'is_on'>
}

interface ChoiceOf<A extends ActionName> {
  readonly action: A
  readonly preset: A extends keyof Presets ? Presets[A] : Readonly<Record<string, never>>
  readonly label: MessageDescriptor
  /** What is thought twice about. */
  readonly isDanger?: boolean
}
/** One entry of the menu: an action with what is decided by the entry itself. */
export type Choice = { [A in ActionName]: ChoiceOf<A> }[ActionName]

export interface ChoiceGroup {
  readonly label: MessageDescriptor
  readonly choices: readonly Choice[]
}

/** What can be done to many clients, as the menu offers it. */
export const CHOICES: readonly ChoiceGroup[] = [
  {
    label: msg`Line`,
    choices: [
      { action: 'change_package', preset: {}, label: msg`Change the package` },
      { action: 'set_policy', preset: {}, label: msg`Change the billing policy` },
      { action: 'set_router', preset: {}, label: msg`Move to a router` },
      { action: 'end_session', preset: {}, label: msg`End the session` },
      { action: 'suspend', preset: {}, label: msg`Suspend` },
      { action: 'lift_suspension', preset: {}, label: msg`Lift the suspension` },
      { action: 'set_auto_control', preset: { is_on: false }, label: msg`Take out of automatic control` },
      { action: 'set_auto_control', preset: { is_on: true }, label: msg`Put under automatic control` },
    ],
  },
  {
    label: msg`Client`,
    choices: [
      { action: 'set_area', preset: {}, label: msg`Set the area` },
      { action: 'set_branch', preset: {}, label: msg`Move to a branch` },
      { action: 'change_tags', preset: { is_added: true }, label: msg`Add tags` },
      { action: 'change_tags', preset: { is_added: false }, label: msg`Take tags away` },
      { action: 'set_flag', preset: { flag: 'vip', is_set: true }, label: msg`Mark as VIP` },
      { action: 'set_flag', preset: { flag: 'vip', is_set: false }, label: msg`No longer VIP` },
      { action: 'set_flag', preset: { flag: 'whitelist', is_set: true }, label: msg`Never cut off` },
      { action: 'set_flag', preset: { flag: 'whitelist', is_set: false }, label: msg`May be cut off again` },
    ],
  },
  {
    label: msg`Money`,
    choices: [
      { action: 'bill', preset: {}, label: msg`Issue bills` },
      { action: 'send_bill', preset: {}, label: msg`Send the open bill again` },
    ],
  },
  {
    label: msg`Ending`,
    choices: [
      { action: 'mark_left', preset: {}, label: msg`Mark as left`, isDanger: true },
      { action: 'delete', preset: {}, label: msg`Delete`, isDanger: true },
    ],
  },
]

/** The entry that a job was asked for by. */
export function choiceOf({ action, params }: Pick<BulkJob, 'action' | 'params'>): Choice | undefined {
  return CHOICES.flatMap(({ choices }) => choices).find(
    (choice) => choice.action === action && Object.entries(choice.preset).every(([key, value]) => params[key] === value),
  )
}
