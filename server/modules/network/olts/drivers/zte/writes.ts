import { told } from '../writes.ts'
import type { OltWrites, WriteLine } from '../writes.ts'

const NOTES = 'Ubilling @cefd12311cc8 and KusumaVisionNMS @cc91501'
const at = (mode: string, text: string, more: Omit<WriteLine, 'mode' | 'text'> = {}): WriteLine => ({ mode, text, ...more })

const verbs = {
  describe: told(NOTES, [at('onu', 'description {description}')], { needs: ['description'] }),
  enable: told(null, [at('onu', 'no shutdown')]),
  disable: told(null, [at('onu', 'shutdown')], { danger: true }),
  reboot: told(NOTES, [at('mng', 'reboot', { confirm: 'yes' })], { danger: true }),
  delete: told(NOTES, [at('olt', 'no onu {onu}')], { danger: true }),
} as const
const rest: Omit<OltWrites, 'verbs'> = {
  // It says nothing for up to half a minute.
  save: { lines: [at('exec', 'write', { timeoutMs: 90_000 })], verified: null, source: NOTES },
  readBack: { list: ['onu-base', 'onu-state'], one: ['onu-detail'] },
  onus: { first: 1, last: 128 },
  spelling: { mac: 'dots', serial: 'plain', blanks: 'underscores', longestDescription: 64, profiles: 'names' },
}

export const zteC300Writes: OltWrites = {
  verbs: {
    authorise: told(
      NOTES,
      [
        at('olt', 'onu {onu} type {serviceProfile} sn {serial}'),
        at('onu', 'description {description}', { when: ['description'] }),
        at('onu', 'tcont 1 profile {lineProfile}'),
        at('onu', 'gemport 1 tcont 1'),
        at('onu', 'service-port 1 vport 1 user-vlan {vlan} vlan {vlan}', { when: ['vlan'] }),
        at('mng', 'service 1 gemport 1 vlan {vlan}', { when: ['vlan'] }),
        at('mng', 'vlan port eth_0/1 mode tag vlan {vlan}', { when: ['vlan'], lineMode: 'bridge' }),
        at('mng', 'vlan port veip_1 mode hybrid', { when: ['vlan'], lineMode: 'router' }),
      ],
      { needs: ['serial', 'serviceProfile', 'lineProfile'], takes: ['vlan', 'description', 'lineMode'] },
    ),
    ...verbs,
  },
  ...rest,
}

/** Its service ports hang on interfaces of their own; how one is authorised as a whole stands in no source at hand. */
export const zteC600Writes: OltWrites = { verbs, ...rest }

/** The modes a write goes through; of C600 the names differ. */
export const zteModes = (olt: string, onu: string) => ({
  olt: { enter: ['configure terminal', `interface ${olt}{pon}`], leave: ['exit', 'exit'] },
  onu: { enter: ['configure terminal', `interface ${onu}{pon}:{onu}`], leave: ['exit', 'exit'] },
  mng: { enter: ['configure terminal', `pon-onu-mng ${onu}{pon}:{onu}`], leave: ['exit', 'exit'] },
})
