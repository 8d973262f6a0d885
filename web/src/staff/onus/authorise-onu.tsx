import { useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { lineName } from '../clients/client.ts'
import { ClientPicker } from '../payments/client-picker.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'
import { NewOnuFields, newOnuBody, useNewOnu } from './new-onu-fields.tsx'
import { TaskDialog } from './task-dialog.tsx'
import type { WaitingOnu } from './waiting-list.tsx'

/** Lets an ONU in that waits, and links it with a client's line once it is. */
export function AuthoriseOnu({ onu, onClose }: { onu: WaitingOnu; onClose: () => void }) {
  const { t } = useLingui()
  const [pon, setPon] = useState(onu.pon)
  const [picked, setPicked] = useState<PickedClient | null>(null)
  const [line, setLine] = useState<string | null>(null)
  const fields = useNewOnu({ identity: onu.serial ?? onu.mac ?? onu.identity })
  const { data } = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: picked?.id ?? 0 } } }, { enabled: picked !== null })
  const lines = data?.subscriptions.filter(({ state }) => state !== 'left') ?? []
  const chosen = picked === null ? undefined : (lines.find(({ id }) => String(id) === line) ?? lines[0])
  return (
    <TaskDialog
      title={t`Let ${onu.identity} in`}
      isReady={pon.trim() !== ''}
      onClose={onClose}
      ask={async (asked) =>
        await http.POST('/api/v1/olts/{id}/authorisations', {
          params: { path: { id: onu.olt_id } },
          body: { ...asked, ...newOnuBody(fields.values), pon: pon.trim(), ...(chosen === undefined ? {} : { subscription_id: chosen.id }) },
        })
      }
    >
      {onu.pon === '' && (
        <TextInput
          label="PON"
          description={t`The OLT does not say on which it hangs`}
          required
          value={pon}
          onChange={({ currentTarget }) => setPon(currentTarget.value)}
        />
      )}
      <ClientPicker
        label={t`Client`}
        isRequired={false}
        value={picked}
        onChange={(client) => {
          setPicked(client)
          setLine(null)
          if (fields.values.description === '') fields.set({ description: latinOf(client.title) })
        }}
      />
      {lines.length > 1 && (
        <Select
          label={t`Line`}
          allowDeselect={false}
          data={lines.map((each) => ({ value: String(each.id), label: lineName(each) }))}
          value={chosen === undefined ? null : String(chosen.id)}
          onChange={setLine}
        />
      )}
      <NewOnuFields oltId={onu.olt_id} verb="authorise" fields={fields} isIdentityFixed />
    </TaskDialog>
  )
}

/** What an OLT takes of a name: its Latin letters, digits and blanks as lines. */
const latinOf = (name: string): string =>
  name
    .replaceAll(/[^A-Za-z0-9 _.-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '_')
    .slice(0, 32)
