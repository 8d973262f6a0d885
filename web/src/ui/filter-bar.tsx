import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Popover, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconCheck, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { UrlState } from '../lib/use-url-state.ts'
import styles from './filter-bar.module.css'

/** One thing a list can be narrowed by; `key` is its name in the address and on the wire. */
export interface Filter {
  readonly key: string
  readonly label: string
  /** The choices; without them the filter takes a text, a day or a month. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly kind?: 'text' | 'date' | 'month' | 'number'
}

export interface FilterBarProps {
  readonly state: UrlState
  readonly onChange: (changes: UrlState) => void
  readonly filters?: readonly Filter[]
  /** Where the list can be searched: the name of the text in the address, and what may be typed. */
  readonly search?: { readonly key: string; readonly placeholder: string }
  readonly children?: ReactNode
}

/** Search and filters as chips; what is chosen stands in the address. */
export function FilterBar({ state, onChange, filters = [], search, children }: FilterBarProps) {
  const chosen = filters.filter(({ key }) => state[key] !== undefined)
  return (
    <div className={styles.bar} role="search">
      {search !== undefined && (
        <SearchBox value={state[search.key] ?? ''} placeholder={search.placeholder} onChange={(text) => onChange({ [search.key]: text })} />
      )}
      <div className={styles.chips}>
        {filters.map((filter) => (
          <Chip key={filter.key} filter={filter} value={state[filter.key]} onChange={(value) => onChange({ [filter.key]: value })} />
        ))}
        {chosen.length > 1 && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange(Object.fromEntries(chosen.map(({ key }) => [key, undefined])))}>
            <Trans>Clear all</Trans>
          </Button>
        )}
      </div>
      {children}
    </div>
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
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function Chip({ filter, value, onChange }: ChipProps) {
  const { t } = useLingui()
  const shown = filter.options?.find((option) => option.value === value)?.label ?? value
  const face =
    value === undefined ? (
      <>
        <IconPlus size={12} aria-hidden /> {filter.label}
      </>
    ) : (
      <span>
        {filter.label}: <b>{shown}</b>
      </span>
    )
  return (
    <span className={styles.group}>
      {filter.options === undefined ? (
        <TypedChip filter={filter} value={value} onChange={onChange} face={face} />
      ) : (
        <OptionChip filter={filter} value={value} onChange={onChange} face={face} />
      )}
      {value !== undefined && (
        <button type="button" className={styles.clear} aria-label={t`Remove the filter ${filter.label}`} onClick={() => onChange(undefined)}>
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}

const faceClass = (value: string | undefined) => `${styles.chip} ${value === undefined ? '' : styles.active}`

function OptionChip({ filter, value, onChange, face }: ChipProps & { face: ReactNode }) {
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <button type="button" className={faceClass(value)}>
          {face}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {filter.options?.map((option) => (
          <Menu.Item key={option.value} onClick={() => onChange(option.value)} rightSection={option.value === value ? <IconCheck size={14} /> : null}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function TypedChip({ filter, value, onChange, face }: ChipProps & { face: ReactNode }) {
  const [isOpen, { close, toggle, open }] = useDisclosure(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('value') ?? '').trim()
    onChange(text === '' ? undefined : text)
    close()
  }
  return (
    <Popover opened={isOpen} onChange={(wanted) => (wanted ? open() : close())} position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={faceClass(value)} onClick={toggle}>
          {face}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={styles.field} onSubmit={submit}>
          <TextInput name="value" label={filter.label} type={filter.kind ?? 'text'} defaultValue={value ?? ''} data-autofocus />
          <Button type="submit">
            <Trans>Apply</Trans>
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
