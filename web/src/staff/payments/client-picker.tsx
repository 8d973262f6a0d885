import { useLingui } from '@lingui/react/macro'
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'

export interface PickedClient {
  readonly id: number
  readonly title: string
  readonly subtitle: string
}

/** Finds a client by any part of name, code, phone, login or address while one types; Enter takes the first, also one that is still on its way. */
export function ClientPicker({
  value,
  onChange,
  label,
  isRequired = true,
}: {
  value: PickedClient | null
  onChange: (client: PickedClient) => void
  label: string
  isRequired?: boolean
}) {
  const { t } = useLingui()
  const [text, setText] = useState(value?.title ?? '')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const combobox = useCombobox({ onDropdownOpen: () => combobox.selectFirstOption() })
  const [isWaiting, setWaiting] = useState(false)
  const { data, isFetching, isError } = api.useQuery(
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
  const wanted = text.trim()
  const isBusy = wanted !== '' && wanted !== value?.title && (isFetching || asked !== wanted)
  const isNothing = !isBusy && !isError && wanted !== '' && wanted !== value?.title && found.length === 0
  const take = (client: PickedClient | undefined) => {
    if (client === undefined) return
    onChange(client)
    setText(client.title)
    combobox.closeDropdown()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list that has come is new with every answer, and its first is the one to take.
  useEffect(() => {
    if (isWaiting || !isBusy) combobox.selectFirstOption()
    if (!isWaiting || isBusy) return
    setWaiting(false)
    take(found[0])
  }, [isWaiting, isBusy, data])
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => take(found.find((each) => String(each.id) === id))}>
      <Combobox.Target>
        <InputBase
          label={label}
          required={isRequired}
          data-autofocus={value === null ? true : undefined}
          placeholder={t`Name, code, phone, PPPoE, MAC`}
          value={text}
          description={value?.subtitle}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={isNothing ? t`Nobody is called so` : null}
          rightSection={isBusy ? <Loader size={14} /> : null}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            setWaiting(false)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '' || wanted === value?.title || !isBusy) return
            event.preventDefault()
            event.stopPropagation()
            setWaiting(true)
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
