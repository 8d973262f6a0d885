import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Popover, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconCheck, IconFilterPlus, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { latinDigits } from '../lib/format.ts'
import type { Format } from '../lib/format.ts'
import { useFormat } from '../lib/use-format.ts'
import type { UrlState } from '../lib/use-url-state.ts'
import styles from './filter-bar.module.css'
import { MoneyField } from './form.tsx'

// Calendars are heavy, and most lists are never narrowed by a day.
const DayField = lazy(async () => ({ default: (await import('./day-field.tsx')).DayField }))

/** One thing a list can be narrowed by; `key` is its name in the address and on the wire. */
export interface Filter {
  readonly key: string
  readonly label: string
  /** The choices; without them the filter takes a text, a day or a month. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** A range has two names: `key` for its first day and `toKey` for its last. Money is minor units on the wire. */
  readonly kind?: 'text' | 'date' | 'month' | 'number' | 'range' | 'money'
  readonly toKey?: string
  /** How a number is said on the chip: "3 days". */
  readonly say?: (value: string) => string
  /** Offered under "More", and shown once it is chosen. */
  readonly isExtra?: boolean
}

export interface FilterBarProps {
  readonly state: UrlState
  readonly onChange: (changes: UrlState) => void
  readonly filters?: readonly Filter[]
  /** Where the list can be searched: the name of the text in the address, and what may be typed. */
  readonly search?: { readonly key: string; readonly placeholder: string }
  readonly children?: ReactNode
}

const keysOf = ({ key, toKey }: Filter): string[] => (toKey === undefined ? [key] : [key, toKey])

/** Search and filters as chips; what is chosen stands in the address. */
export function FilterBar({ state, onChange, filters = [], search, children }: FilterBarProps) {
  const [asked, setAsked] = useState<string | null>(null)
  const isChosen = (filter: Filter): boolean => keysOf(filter).some((key) => state[key] !== undefined)
  const chosen = filters.filter(isChosen)
  const shown = filters.filter((filter) => filter.isExtra !== true || isChosen(filter) || filter.key === asked)
  const more = filters.filter((filter) => !shown.includes(filter))
  return (
    <div className={styles.bar} role="search">
      {search !== undefined && (
        <SearchBox value={state[search.key] ?? ''} placeholder={search.placeholder} onChange={(text) => onChange({ [search.key]: text })} />
      )}
      <div className={styles.chips}>
        {shown.map((filter) => (
          <Chip key={filter.key} filter={filter} state={state} onChange={onChange} isAsked={filter.key === asked} onLeft={() => setAsked(null)} />
        ))}
        {more.length > 0 && <MoreFilters filters={more} onChoose={setAsked} />}
        {chosen.length > 1 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            flex="none"
            onClick={() => onChange(Object.fromEntries(chosen.flatMap((filter) => keysOf(filter).map((key) => [key, undefined]))))}
          >
            <Trans>Clear all</Trans>
          </Button>
        )}
      </div>
      {children}
    </div>
  )
}

function MoreFilters({ filters, onChoose }: { filters: readonly Filter[]; onChoose: (key: string) => void }) {
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles.chip}>
          <IconFilterPlus size={13} aria-hidden /> <Trans>More filters</Trans>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
        {filters.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => onChoose(key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function SearchBox({ value, placeholder, onChange }: { value: string; placeholder: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  const send = useDebouncedCallback(onChange, 180)
  useEffect(() => setText(value), [value])
  return (
    <TextInput
      className={styles.search ?? ''}
      type="search"
      aria-label={placeholder}
      placeholder={placeholder}
      leftSection={<IconSearch size={15} />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        send(currentTarget.value.trim())
      }}
    />
  )
}

interface ChipProps {
  filter: Filter
  state: UrlState
  onChange: (changes: UrlState) => void
  /** Just asked for: it opens by itself. */
  isAsked: boolean
  onLeft: () => void
}

function Chip({ filter, state, onChange, isAsked, onLeft }: ChipProps) {
  const { t } = useLingui()
  const format = useFormat()
  const keys = keysOf(filter)
  const shown = said(filter, state, format)
  const face =
    shown === null ? (
      <>
        <IconPlus size={12} aria-hidden /> {filter.label}
      </>
    ) : (
      <span>
        {filter.label}: <b>{shown}</b>
      </span>
    )
  const open = { filter, state, onChange, isAsked, onLeft, face, faceClass: `${styles.chip} ${shown === null ? '' : styles.active}` }
  return (
    <span className={styles.group}>
      {filter.options === undefined ? <TypedChip {...open} /> : <OptionChip {...open} options={filter.options} />}
      {shown !== null && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t`Remove the filter ${filter.label}`}
          onClick={() => onChange(Object.fromEntries(keys.map((key) => [key, undefined])))}
        >
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** What a filter is set to, for people; null where it is not. */
function said({ key, toKey, kind, options, say }: Filter, state: UrlState, format: Format): string | null {
  const value = state[key]
  const until = toKey === undefined ? undefined : state[toKey]
  if (kind === 'range') {
    if (value === undefined && until === undefined) return null
    return [value, until].map((day) => (day === undefined ? '…' : dayText(day, format))).join(' – ')
  }
  if (value === undefined) return null
  if (options !== undefined) return options.find((option) => option.value === value)?.label ?? value
  if (say !== undefined) return say(value)
  if (kind === 'date') return dayText(value, format)
  if (kind === 'money') return /^\d+$/.test(value) ? format.money(Number(value)) : value
  return value
}

/** Somebody may have typed the address by hand. */
const dayText = (day: string, format: Format): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? format.date(day) : day)

type OpenChip = ChipProps & { face: ReactNode; faceClass: string }

const MANY = 10

function OptionChip({ filter, state, onChange, isAsked, onLeft, face, faceClass, options }: OpenChip & { options: NonNullable<Filter['options']> }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const value = state[filter.key]
  const wanted = text.trim().toLocaleLowerCase()
  const found = options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
  const choose = (option: string) => onChange({ [filter.key]: option })
  return (
    <Menu position="bottom-start" width={230} defaultOpened={isAsked} onClose={onLeft} onExitTransitionEnd={() => setText('')}>
      <Menu.Target>
        <button type="button" className={faceClass}>
          {face}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
        {options.length > MANY && (
          <TextInput
            size="xs"
            className={styles.find ?? ''}
            aria-label={t`Search`}
            placeholder={t`Search`}
            data-autofocus
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key !== 'Enter' || first === undefined) return
              event.preventDefault()
              choose(first.value)
            }}
          />
        )}
        {found.map((option) => (
          <Menu.Item key={option.value} onClick={() => choose(option.value)} rightSection={option.value === value ? <IconCheck size={14} /> : null}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function TypedChip({ filter, state, onChange, isAsked, onLeft, face, faceClass }: OpenChip) {
  const [isOpen, { close, toggle, open }] = useDisclosure(isAsked)
  const leave = () => {
    close()
    onLeft()
  }
  return (
    <Popover opened={isOpen} onChange={(wanted) => (wanted ? open() : leave())} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <button type="button" className={faceClass} onClick={toggle}>
          {face}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TypedFilter
          filter={filter}
          state={state}
          onApply={(changes) => {
            onChange(changes)
            leave()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function TypedFilter({ filter, state, onApply }: { filter: Filter; state: UrlState; onApply: (changes: UrlState) => void }) {
  const { t } = useLingui()
  const { key, toKey, kind = 'text', label } = filter
  const [values, setValues] = useState<UrlState>(() => Object.fromEntries(keysOf(filter).map((each) => [each, state[each]])))
  const put = (name: string, value: string | null | undefined) => setValues((old) => ({ ...old, [name]: value === null || value === '' ? undefined : value }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    onApply(values)
  }
  const day = (name: string, what: string, isFirst: boolean) => (
    <Suspense fallback={<TextInput label={what} />}>
      <DayField
        label={what}
        value={values[name] ?? null}
        onChange={(picked) => put(name, picked)}
        clearable
        w={150}
        {...(isFirst ? { 'data-autofocus': true } : {})}
      />
    </Suspense>
  )
  return (
    <form className={styles.field} onSubmit={submit}>
      {kind === 'range' && toKey !== undefined ? (
        <>
          {day(key, t`From`, true)}
          {day(toKey, t`Until`, false)}
        </>
      ) : kind === 'date' ? (
        day(key, label, true)
      ) : kind === 'money' ? (
        <MoneyField
          label={label}
          data-autofocus
          value={values[key] === undefined ? null : Number(values[key])}
          onChange={(minor) => put(key, minor === null || minor < 0 ? null : String(minor))}
        />
      ) : (
        <TextInput
          label={label}
          type={kind === 'month' ? 'month' : 'text'}
          inputMode={kind === 'number' ? 'numeric' : 'text'}
          defaultValue={values[key] ?? ''}
          data-autofocus
          onChange={({ currentTarget }) => put(key, kind === 'number' ? latinDigits(currentTarget.value).replaceAll(/\D/g, '') : currentTarget.value.trim())}
        />
      )}
      <Button type="submit">
        <Trans>Apply</Trans>
      </Button>
    </form>
  )
}
