import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import { DateText, Money, Status, TimeText, Trend } from '../../ui/values.tsx'
import type { Tone } from '../../ui/values.tsx'
import { InvoiceStatusMark, INVOICE_STATUSES } from '../billing/status.tsx'
import { LINE_STATES, StateMark } from '../clients/state.tsx'
import { Part, Sample } from './part.tsx'
import styles from './parts.module.css'
import { AT } from './samples.ts'

const Values = ({ items }: { items: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={styles.values}>
    {items.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export function MoneyPart() {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Part
      id="money"
      title={t`Money`}
      file="ui/values.tsx"
      about={t`Whole minor units from the API, grouped as the company's currency and the person's language write them. Zero steps back; only a debt is red.`}
    >
      <Sample title={t`In a column, where the head names the currency`}>
        <Values
          items={[
            [t`Plain`, <Money key="a" minor={12_345_678} />],
            [t`Nothing`, <Money key="b" minor={0} />],
            [t`Below zero`, <Money key="c" minor={-50_000} />],
          ]}
        />
      </Sample>
      <Sample title={t`Alone, with its symbol`}>
        <Values
          items={[
            [t`Plain`, <Money key="a" minor={105_050} symbol />],
            [t`Owed`, <Money key="b" minor={160_000} symbol tone="owed" />],
            [t`Came in`, <Money key="c" minor={50_000} symbol tone="good" />],
            [t`Rounded, to look at`, <span key="d">{format.roundMoney(123_456_789)}</span>],
          ]}
        />
      </Sample>
      <Sample title={t`Against an earlier figure`}>
        <Values
          items={[
            [t`More`, <Trend key="a" now={118_00} before={100_00} />],
            [t`Less`, <Trend key="b" now={93_50} before={100_00} />],
            [t`The same`, <Trend key="c" now={100_00} before={100_00} />],
          ]}
        />
      </Sample>
    </Part>
  )
}

export function DatePart() {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Part
      id="dates"
      title={t`Days and times`}
      file="ui/values.tsx"
      about={t`A day is a day of the calendar; a time is shown in the company's zone, wherever the person sits.`}
    >
      <Sample title={t`A day`}>
        <DateText day="2026-01-31" />
      </Sample>
      <Sample title={t`A point in time`}>
        <TimeText at={AT} />
      </Sample>
      <Sample title={t`None`}>
        <DateText day={null} />
      </Sample>
      <Sample title={t`A month`}>{format.month('2026-02')}</Sample>
    </Part>
  )
}

const TONES: readonly Tone[] = ['green', 'blue', 'amber', 'red', 'violet', 'grey']

export function StatusPart() {
  const { t } = useLingui()
  const words: Record<Tone, string> = {
    green: t`In order`,
    blue: t`On its way`,
    amber: t`Wants a look`,
    red: t`Wrong`,
    violet: t`Not begun`,
    grey: t`Over`,
  }
  return (
    <Part
      id="status"
      title={t`Status`}
      file="ui/values.tsx"
      about={t`A dot and a word, never a colour alone. A hollow dot is something that has not begun, or is over.`}
    >
      <Sample title={t`Tones`}>
        <div className={styles.row}>
          {TONES.map((tone) => (
            <Status key={tone} tone={tone} label={words[tone]} />
          ))}
        </div>
      </Sample>
      <Sample title={t`Hollow`}>
        <div className={styles.row}>
          {TONES.map((tone) => (
            <Status key={tone} tone={tone} label={words[tone]} isHollow />
          ))}
        </div>
      </Sample>
      <Sample title={t`Of a line`}>
        <div className={styles.row}>
          {LINE_STATES.map((state) => (
            <StateMark key={state} state={state} />
          ))}
        </div>
      </Sample>
      <Sample title={t`Of an invoice`}>
        <div className={styles.row}>
          {INVOICE_STATUSES.map((status) => (
            <InvoiceStatusMark key={status} status={status} />
          ))}
        </div>
      </Sample>
      <Sample title={t`A person without a photo`}>
        <div className={styles.row}>
          <PersonPhoto name="Rahim Uddin" src={null} size={22} />
          <PersonPhoto name="করিম শেখ" src={null} />
          <PersonPhoto name="Nusrat Jahan" src={null} size={44} />
        </div>
      </Sample>
    </Part>
  )
}
