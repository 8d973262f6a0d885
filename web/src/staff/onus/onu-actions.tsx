import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import type { Allowed } from '../../ui/allowed-button.tsx'
import { NewOnuFields, newOnuBody, useNewOnu } from './new-onu-fields.tsx'
import { onuName } from './onu.ts'
import type { Onu } from './onu.ts'
import { useVerbText } from './task.ts'
import { TaskDialog } from './task-dialog.tsx'
import { useWrites } from './use-writes.ts'

type Action = 'reboot' | 'enable' | 'disable' | 'describe' | 'replace' | 'delete'

/** What the OLT can be told to do with an ONU; what it cannot, or may not, says why. */
export function OnuActions({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const may = useMay()
  const verbText = useVerbText()
  const writes = useWrites(onu.olt_id)
  const [opened, setOpened] = useState<Action | null>(null)
  const close = () => setOpened(null)
  const allowed = (verb: Action): Allowed => {
    if (verb === 'delete' && !may('onu.delete')) return { ok: false, reason: t`Ask an administrator for this permission.` }
    if (!onu.allowed.act.ok && verb !== 'delete') return onu.allowed.act
    return writes.allowed(verb)
  }
  const toggle: Action = onu.state === 'disabled' ? 'enable' : 'disable'
  const item = (verb: Action, isDanger = false) => (
    <AllowedItem allowed={allowed(verb)} isDanger={isDanger} onClick={() => setOpened(verb)}>
      {verbText(verb)}
    </AllowedItem>
  )
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            <Trans>Tell the OLT</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item('reboot')}
          {item('describe')}
          {item(toggle)}
          {item('replace')}
          <Menu.Divider />
          {item('delete', true)}
        </Menu.Dropdown>
      </Menu>
      {opened !== null && opened !== 'describe' && opened !== 'replace' && <PlainTask onu={onu} verb={opened} onClose={close} />}
      {opened === 'describe' && <Describe onu={onu} longest={writes.longestDescription} onClose={close} />}
      {opened === 'replace' && <Replace onu={onu} onClose={close} />}
    </>
  )
}

function PlainTask({ onu, verb, onClose }: { onu: Onu; verb: 'reboot' | 'enable' | 'disable' | 'delete'; onClose: () => void }) {
  const { t } = useLingui()
  const verbText = useVerbText()
  const path = { id: onu.id }
  const warnings = {
    reboot: t`The client is without service for a minute or two.`,
    enable: t`The OLT lets the ONU in again.`,
    disable: t`The client is without service until the ONU is let in again.`,
    delete: t`The OLT forgets the ONU, and its client is without service. What is known of it here stays.`,
  }
  return (
    <TaskDialog
      title={`${onuName(onu)}: ${verbText(verb)}`}
      warning={warnings[verb]}
      isDanger={verb === 'delete' || verb === 'disable'}
      onClose={onClose}
      ask={async (asked) => {
        switch (verb) {
          case 'reboot':
            return await http.POST('/api/v1/onus/{id}/reboot', { params: { path }, body: asked })
          case 'enable':
            return await http.POST('/api/v1/onus/{id}/enabling', { params: { path }, body: asked })
          case 'disable':
            return await http.POST('/api/v1/onus/{id}/disabling', { params: { path }, body: asked })
          case 'delete':
            return await http.DELETE('/api/v1/onus/{id}', { params: { path, query: asked } })
        }
      }}
    />
  )
}

function Describe({ onu, longest, onClose }: { onu: Onu; longest: number; onClose: () => void }) {
  const { t } = useLingui()
  const verbText = useVerbText()
  const [text, setText] = useState(onu.description === '' ? (onu.pppoe_login ?? '') : onu.description)
  return (
    <TaskDialog
      title={`${onuName(onu)}: ${verbText('describe')}`}
      isReady={text.trim() !== ''}
      onClose={onClose}
      ask={async (asked) =>
        await http.POST('/api/v1/onus/{id}/description', { params: { path: { id: onu.id } }, body: { ...asked, description: text.trim() } })
      }
    >
      <TextInput
        label={t`Description on the OLT`}
        description={t`Latin letters, digits and a few signs`}
        required
        data-autofocus
        maxLength={longest}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </TaskDialog>
  )
}

function Replace({ onu, onClose }: { onu: Onu; onClose: () => void }) {
  const { t } = useLingui()
  const verbText = useVerbText()
  const fields = useNewOnu({ description: onu.description })
  return (
    <TaskDialog
      title={`${onuName(onu)}: ${verbText('replace')}`}
      warning={t`The old ONU is deleted from the OLT and the new one registered in its place; line and box follow.`}
      isReady={fields.values.identity.trim() !== ''}
      onClose={onClose}
      ask={async (asked) =>
        await http.POST('/api/v1/onus/{id}/replacement', { params: { path: { id: onu.id } }, body: { ...asked, ...newOnuBody(fields.values) } })
      }
    >
      <NewOnuFields oltId={onu.olt_id} verb="replace" fields={fields} />
    </TaskDialog>
  )
}
