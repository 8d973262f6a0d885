import { told } from '../writes.ts'
import type { OltWrites, WriteLine } from '../writes.ts'

const UBILLING = 'Ubilling @cefd12311cc8, in use at providers'
const board = (text: string, more: Omit<WriteLine, 'mode' | 'text'> = {}): WriteLine => ({ mode: 'gpon', text, ...more })

export const huaweiWrites: OltWrites = {
  verbs: {
    authorise: told(
      UBILLING,
      [
        board('ont add {port} {onu} sn-auth {serial} omci ont-lineprofile-id {lineProfile} ont-srvprofile-id {serviceProfile}[ desc "{description}"]'),
        board('ont port native-vlan {port} {onu} eth 1 vlan {vlan} priority 0', { when: ['vlan'], lineMode: 'bridge' }),
        {
          mode: 'config',
          text: 'service-port vlan {vlan} gpon {pon} ont {onu} gemport 1 multi-service user-vlan {vlan} tag-transform translate',
          when: ['vlan'],
        },
      ],
      { needs: ['serial', 'lineProfile', 'serviceProfile'], takes: ['vlan', 'description', 'lineMode'] },
    ),
    describe: told(null, [board('ont modify {port} {onu} desc "{description}"')], { needs: ['description'] }),
    enable: told(null, [board('ont activate {port} {onu}')]),
    disable: told(null, [board('ont deactivate {port} {onu}')], { danger: true }),
    reboot: told(UBILLING, [board('ont reset {port} {onu}', { confirm: 'y' })], { danger: true }),
    delete: told(
      UBILLING,
      [
        // An ONT is not deleted while it has a service port.
        { mode: 'config', text: 'undo service-port port {pon} ont {onu}', confirm: 'y', mayRefuse: /no service virtual port/i },
        board('ont delete {port} {onu}', { confirm: 'y' }),
      ],
      { danger: true },
    ),
  },
  save: { lines: [{ mode: 'config', text: 'save', confirm: 'y', timeoutMs: 120_000 }], verified: null, source: UBILLING },
  readBack: { list: ['ont-info'], one: ['ont-detail'] },
  onus: { first: 0, last: 127 },
  spelling: { mac: 'dots', serial: 'hex', blanks: 'kept', longestDescription: 64, profiles: 'numbers' },
}
