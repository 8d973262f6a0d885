import type { ChangeValues } from './change-fields.tsx'
import type { Change, Choice } from './choices.ts'

/** What was left empty goes as nothing, and the server says that it is missing. */
const numberOf = (value: string | null): number => (value === null ? Number.NaN : Number(value))
const orNone = (value: string | null): number | null => (value === null || value === 'none' ? null : Number(value))

type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> }

/** Only what was said; the rest is left to the server. */
const said = <T extends Readonly<Record<string, string | null>>>(given: T): Given<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== '')) as Given<T>

/** Only what this change takes. */
export function changeOf(choice: Choice, values: ChangeValues): Change {
  const { on, how, reason, note, until, month } = values
  switch (choice.action) {
    case 'change_package':
      return { action: choice.action, package_id: numberOf(values.package_id), keeps_discount: values.keeps_discount, ...said({ on, how, reason }) }
    case 'set_area':
      return { action: choice.action, area_id: orNone(values.area_id) }
    case 'set_branch':
      return { action: choice.action, branch_id: numberOf(values.branch_id) }
    case 'set_policy':
      return { action: choice.action, billing_policy_id: numberOf(values.billing_policy_id) }
    case 'set_router':
      return { action: choice.action, router_id: values.router_id === 'none' ? null : numberOf(values.router_id) }
    case 'change_tags':
      return { action: choice.action, ...choice.preset, tags: [...values.tags] }
    case 'suspend':
      return { action: choice.action, reason: values.suspended_for, note, until }
    case 'set_flag':
      return { action: choice.action, ...choice.preset, ...said({ until, reason }) }
    case 'set_auto_control':
      return { action: choice.action, ...choice.preset, ...said({ until, reason }) }
    case 'bill':
      return { action: choice.action, ...said({ month: month === null ? null : month.slice(0, 7) }) }
    case 'mark_left':
      return { action: choice.action, ...said({ on, reason }) }
    case 'delete':
      return { action: choice.action, reason }
    case 'end_session':
    case 'lift_suspension':
    case 'send_bill':
      return { action: choice.action }
  }
}
