import type { Locale } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { formatDate, formatMoneyOnScreen, localDigits } from '../../platform/pdf/format.ts'
import type { Facts } from './facts.ts'
import type { Verdict } from './verdict.ts'
import { VERDICT_TEXTS } from './verdict-texts.ts'
import type { Values } from './verdict-texts.ts'

export interface SaidVerdict extends Verdict {
  readonly says_en: string
  readonly says_bn: string
  readonly next_en: string
  readonly next_bn: string
  readonly who: (typeof VERDICT_TEXTS)[Verdict['code']]['who']
}

/** A verdict in words of both languages, with its figures in each one's own digits. Pure. */
export function sayVerdict(verdict: Verdict, facts: Facts, { now, zone, currency }: { now: Instant; zone: string; currency: string }): SaidVerdict {
  const { who, says, next } = VERDICT_TEXTS[verdict.code]
  const values = (locale: Locale): Values => valuesIn(locale, verdict, facts, { now, zone, currency })
  return { ...verdict, who, says_en: says[0](values('en')), says_bn: says[1](values('bn')), next_en: next[0], next_bn: next[1] }
}

interface Where {
  readonly now: Instant
  readonly zone: string
  readonly currency: string
}

function valuesIn(locale: Locale, { since, dataFrom }: Verdict, { account, access, session, onu, light, on_pon, incident }: Facts, where: Where): Values {
  const when = (at: Instant | null): string => (at === null ? (locale === 'en' ? 'an unknown time' : 'অজানা সময়') : clockTime(locale, at, where))
  const number = (value: number | string): string => localDigits(value.toString(), locale)
  const others = incident === null ? (on_pon?.away ?? 0) : Math.max(0, incident.onus - incident.onus_back - 1)
  const cause = session.terminate_cause ?? ''
  return {
    since: when(since),
    at: when(dataFrom),
    amount: formatMoneyOnScreen(account.overdue_minor, { locale, currency: where.currency }),
    expiry: account.expires_on === null ? '' : formatDate(account.expires_on, locale),
    place: placeOf(locale, { incident, onu }),
    others: number(others),
    rx: light?.rx_dbm === null || light === null ? '' : number(Math.round(light.rx_dbm * 10) / 10),
    limit: light === null ? '' : number(light.level === 'weak' ? light.weak_dbm : light.critical_dbm),
    said: access?.said === null || access === null ? '' : `: ${access.said}`,
    session:
      session.ended_at === null
        ? ''
        : locale === 'en'
          ? `; the last session ended ${when(session.ended_at)}${cause === '' ? '' : ` (${cause})`}`
          : `; শেষ সেশন শেষ হয়েছে ${when(session.ended_at)}${cause === '' ? '' : ` (${cause})`}`,
  }
}

function placeOf(locale: Locale, { incident, onu }: Pick<Facts, 'incident' | 'onu'>): string {
  if (incident === null) return onu === null ? '' : `${onu.olt_name} PON ${onu.pon}`
  if (incident.node === 'box' && incident.box_name !== null) return incident.box_name
  if (incident.node === 'area' && incident.area_name !== null) return incident.area_name
  if (incident.pon !== null) return `${incident.olt_name} PON ${incident.pon}`
  return locale === 'en' ? `the OLT ${incident.olt_name}` : `OLT ${incident.olt_name}`
}

/** The time alone for today, else with its day. */
function clockTime(locale: Locale, at: Instant, { now, zone }: Where): string {
  const local = at.toZonedDateTimeISO(zone)
  const time = localDigits(local.toPlainTime().toString({ smallestUnit: 'minute' }), locale)
  return local.toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate()) ? time : `${formatDate(local.toPlainDate(), locale)} ${time}`
}
