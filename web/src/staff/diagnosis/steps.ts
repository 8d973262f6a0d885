import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ONU_STATES, useCauseText, useDbmText, useLightText, useOnuStateText } from '../onus/onu.ts'

export type DiagnosisFacts = paths['/api/v1/subscriptions/{id}/diagnosis']['get']['responses']['200']['content']['application/json']

export interface Step {
  readonly name: string
  readonly is: 'good' | 'bad' | 'warn' | 'open'
  readonly said: string
}

/** What was looked at, from the account outwards, each with what was found. */
export function useSteps(facts: DiagnosisFacts): readonly Step[] {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const stateText = useOnuStateText()
  const lightText = useLightText()
  const causeText = useCauseText()
  const { account, access, session, onu, olt, light, on_pon: onPon, in_box: inBox, incident, sees_fibre: seesFibre } = facts
  const said = (parts: readonly (string | null | undefined)[]) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')
  const owed = account.overdue_minor > 0 ? t`owes ${format.money(account.overdue_minor)} that is overdue` : t`nothing overdue`
  const steps: Step[] = [
    {
      name: t`Account`,
      is: account.state === 'active' ? 'good' : 'bad',
      said: said([
        { pending: t`not connected yet`, active: t`has service`, suspended: t`without service`, expired: t`run out`, left: t`left` }[account.state],
        owed,
        account.expires_on === null ? '' : t`until ${format.date(account.expires_on)}`,
      ]),
    },
  ]
  if (access !== null)
    steps.push({
      name: t`Router`,
      is: access.in_sync === null ? 'open' : access.in_sync ? 'good' : 'warn',
      said: said([
        access.router_name,
        access.in_sync === true ? t`does what is wanted` : access.in_sync === false ? t`does not do yet what is wanted` : '',
        access.said,
      ]),
    })
  steps.push({
    name: t`Connection`,
    is: session.is_online ? 'good' : 'bad',
    said: session.is_online
      ? said([t`dialled in`, session.address, session.started_at === null ? '' : t`since ${format.dateTime(session.started_at)}`])
      : said([
          t`not dialled in`,
          session.refused === null ? '' : t`its password was refused, last ${format.dateTime(session.refused.at)}`,
          session.ended_at === null ? '' : t`last until ${format.dateTime(session.ended_at)}`,
          session.terminate_cause,
        ]),
  })
  if (!seesFibre) {
    if (account.is_fibre) steps.push({ name: t`Fibre`, is: 'open', said: t`not for your role to see` })
    return steps
  }
  if (onu === null) {
    if (account.is_fibre) steps.push({ name: t`ONU`, is: 'open', said: t`no ONU is linked with this line` })
    return steps
  }
  const state = ONU_STATES.find((each) => each === onu.state) ?? 'unknown'
  steps.push({
    name: t`ONU`,
    is: state === 'online' ? 'good' : state === 'unknown' ? 'open' : 'bad',
    said: said([
      onu.serial ?? onu.mac,
      stateText(state),
      t`since ${format.dateTime(onu.since)}`,
      state === 'online' ? '' : causeText(onu.cause),
      onu.is_present ? '' : t`its OLT does not name it any more`,
      `${onu.olt_name} ${onu.pon}:${onu.onu_index}`,
      onu.box_name,
    ]),
  })
  if (olt !== null)
    steps.push({
      name: t`OLT`,
      is: olt.is_silent ? 'bad' : olt.is_last_complete === false ? 'warn' : 'good',
      said: said([olt.is_silent ? t`does not answer` : t`answers`, olt.completed_at === null ? '' : t`all was seen ${format.dateTime(olt.completed_at)}`]),
    })
  if (light !== null)
    steps.push({
      name: t`Light level`,
      is: light.level === 'good' ? 'good' : light.level === 'unknown' ? 'open' : light.level === 'critical' ? 'bad' : 'warn',
      said: said([
        dbm(light.rx_dbm),
        lightText(light.level),
        light.week_change_db === null || light.week_change_db === 0 ? '' : t`${format.number(light.week_change_db)} dB within a week`,
        light.measured_at === null ? '' : t`measured ${format.dateTime(light.measured_at)}`,
      ]),
    })
  const around = (name: string, found: typeof onPon): Step | null =>
    found === null || found.others === 0
      ? null
      : {
          name,
          is: found.away === 0 ? 'good' : 'warn',
          said: said([
            t`${format.number(found.away)} of ${format.number(found.others)} others away`,
            found.los > 0 ? t`${format.number(found.los)} without light` : '',
            found.power_off > 0 ? t`${format.number(found.power_off)} without power` : '',
          ]),
        }
  for (const step of [around(t`In its box`, inBox), around(t`On its PON`, onPon)]) if (step !== null) steps.push(step)
  if (incident !== null)
    steps.push({
      name: t`Incident`,
      is: 'bad',
      said: t`a fault of many homes since ${format.dateTime(incident.began_at)}, ${format.number(incident.onus)} ONUs`,
    })
  return steps
}
