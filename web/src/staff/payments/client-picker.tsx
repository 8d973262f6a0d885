import { useLingui } from '@lingui/react/macro'
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { api } from '../../api/client.ts'

export interface PickedClient {
  readonly id: number
  readonly title: string
  readonly subtitle: string
}

/** Finds a client by any part of name, code, phone, login or address while one types; Enter takes the first. */
export function ClientPicker({ value, onChange, label }: { value: PickedClient | null; onChange: (client: PickedClient) => void; label: string }) {
  const { t } = useLingui()
  const [text, setText] = useState(value?.title ?? '')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const combobox = useCombobox({ onDropdownOpen: () => combobox.selectFirstOption() })
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query: { q: asked, limit: 12 } } },
    { enabled: asked.length > 0 && asked !== value?.title, placeholderData: (before) => before },
  )
  const seen = new Set<number>()
  const found = (data?.items ?? []).flatMap((item) => {
    const id = item.client_id
    if (id === null || seen.has(id)) return []
    seen.add(id)
    return [{ id, title: item.title, subtitle: item.subtitle }]
  })
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const client = found.find((each) => String(each.id) === id)
        if (client === undefined) return
        onChange(client)
        setText(client.title)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          required
          data-autofocus={value === null ? true : undefined}
          placeholder={t`Name, code, phone, PPPoE, MAC`}
          value={text}
          description={value?.subtitle}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          rightSection={isFetching ? <Loader size={14} /> : null}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options>
          {found.map((client, at) => (
            <Combobox.Option key={client.id} value={String(client.id)} active={at === 0}>
              <b style={{ fontWeight: 560 }}>{client.title}</b> <span style={{ color: 'var(--lm-dim)' }}>{client.subtitle}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
