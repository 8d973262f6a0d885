import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'

export type Policy = paths['/api/v1/billing-policies']['get']['responses']['200']['content']['application/json']['items'][number]
export type PolicyTerms = Omit<Policy, 'id' | 'code' | 'name' | 'is_default'>

interface Term {
  readonly key: keyof PolicyTerms
  readonly label: string
  /** What it decides, in a sentence. */
  readonly explain: string
  readonly kind: 'choice' | 'yes' | 'money' | 'days' | 'percent'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

export interface TermGroup {
  readonly title: string
  readonly terms: readonly Term[]
}

/** Every term of a billing policy, explained; the rules themselves are the server's. */
export function usePolicyTerms(): readonly TermGroup[] {
  const { t } = useLingui()
  return [
    {
      title: t`Parts of a month`,
      terms: [
        {
          key: 'proration',
          label: t`Part of a cycle`,
          explain: t`How days are charged when only a part of a cycle is used.`,
          kind: 'choice',
          choices: [
            { value: 'actual_days', label: t`by the days of that month` },
            { value: 'fixed_30', label: t`by days, every month as 30` },
            { value: 'none', label: t`always the whole price` },
          ],
        },
        {
          key: 'first_period',
          label: t`First part cycle`,
          explain: t`What a client who joins in the middle of a cycle pays for the rest of it.`,
          kind: 'choice',
          choices: [
            { value: 'prorate', label: t`his days` },
            { value: 'full', label: t`the whole price` },
            { value: 'free', label: t`nothing` },
          ],
        },
      ],
    },
    {
      title: t`Changes`,
      terms: [
        {
          key: 'package_change',
          label: t`Package change`,
          explain: t`When another package begins and what is billed for it, where nobody says otherwise.`,
          kind: 'choice',
          choices: [
            { value: 'now', label: t`at once, by the day` },
            { value: 'full_new_cycle', label: t`a full new cycle` },
            { value: 'cycle_end', label: t`when the cycle ends` },
          ],
        },
        { key: 'package_change_fee_minor', label: t`Fee of a change`, explain: t`Charged once for each package change.`, kind: 'money' },
        {
          key: 'change_refund',
          label: t`Unused days`,
          explain: t`Whether paid days of the old package are given back when a cheaper one begins.`,
          kind: 'choice',
          choices: [
            { value: 'credit', label: t`given back as credit` },
            { value: 'none', label: t`not given back` },
          ],
        },
        {
          key: 'prepaid_change',
          label: t`Change of a prepaid line`,
          explain: t`What happens to days paid before: their value buys days of the new package, or the days stay.`,
          kind: 'choice',
          choices: [
            { value: 'value', label: t`the value is kept` },
            { value: 'days', label: t`the days are kept` },
          ],
        },
      ],
    },
    {
      title: t`Days without service`,
      terms: [
        { key: 'charge_while_paused', label: t`Charge while paused`, explain: t`Whether days of a pause a client asked for are billed.`, kind: 'yes' },
        {
          key: 'charge_while_suspended',
          label: t`Charge while suspended`,
          explain: t`Whether days without service because of unpaid bills are billed.`,
          kind: 'yes',
        },
      ],
    },
    {
      title: t`Paying`,
      terms: [
        { key: 'due_days', label: t`Due after`, explain: t`Days from the invoice until it is due.`, kind: 'days' },
        { key: 'grace_days', label: t`Grace`, explain: t`Days after the due day before a late fee or a suspension.`, kind: 'days' },
        { key: 'late_fee_minor', label: t`Late fee, fixed`, explain: t`Charged once for an invoice that is overdue beyond the grace.`, kind: 'money' },
        { key: 'late_fee_bp', label: t`Late fee, share`, explain: t`Charged with the fixed fee, of what is still open.`, kind: 'percent' },
        {
          key: 'late_renewal',
          label: t`Late renewal`,
          explain: t`From when a prepaid line runs that is renewed after it expired.`,
          kind: 'choice',
          choices: [
            { value: 'from_payment', label: t`from the day of the payment` },
            { value: 'from_expiry', label: t`from the day it expired` },
          ],
        },
      ],
    },
  ]
}

/** A term's value in words. */
export function useTermText(): (policy: PolicyTerms, term: Term) => string {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  return (policy, { key, kind, choices }) => {
    const value = policy[key]
    if (kind === 'yes') return value === true ? t`yes` : t`no`
    if (kind === 'money') return value === 0 ? t`none` : format.money(Number(value))
    if (kind === 'percent') return value === 0 ? t`none` : format.percent(Number(value))
    if (kind === 'days') return counted.days(Number(value))
    return choices?.find((choice) => choice.value === value)?.label ?? String(value)
  }
}
