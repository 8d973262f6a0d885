import { told } from '../writes.ts'
import type { OltWrites, WriteLine } from '../writes.ts'

const MANUAL = 'VSOL GPON manual V2.1'
const pon = (text: string, more: Omit<WriteLine, 'mode' | 'text'> = {}): WriteLine => ({ mode: 'pon', text, ...more })

const verbsOf = (source: string | null) => ({
  describe: told(source, [pon('onu {onu} description {description}')], { needs: ['description'] }),
  enable: told(source, [pon('onu {onu} activate')]),
  disable: told(source, [pon('onu {onu} deactivate')], { danger: true }),
  reboot: told(source, [pon('onu {onu} reboot')], { danger: true }),
  delete: told(source, [pon('no onu {onu}')], { danger: true }),
})
const save = (source: string | null): OltWrites['save'] => ({ lines: [{ mode: 'config', text: 'write', timeoutMs: 60_000 }], verified: null, source })

export const vsolGponWrites: OltWrites = {
  verbs: {
    authorise: told(
      MANUAL,
      [
        pon('onu add {onu} profile {lineProfile} sn {serial}'),
        pon('onu {onu} description {description}', { when: ['description'] }),
        pon('onu {onu} tcont 1', { when: ['vlan'] }),
        pon('onu {onu} gemport 1 tcont 1', { when: ['vlan'] }),
        pon('onu {onu} service 1 gemport 1 vlan {vlan}', { when: ['vlan'] }),
        pon('onu {onu} service-port 1 gemport 1 uservlan {vlan} vlan {vlan}', { when: ['vlan'] }),
        pon('onu {onu} portvlan eth 1 mode tag vlan {vlan}', { when: ['vlan'], lineMode: 'bridge' }),
        pon('onu {onu} portvlan veip 1 mode transparent', { when: ['vlan'], lineMode: 'router' }),
      ],
      { needs: ['serial', 'lineProfile'], takes: ['vlan', 'description', 'lineMode'] },
    ),
    ...verbsOf(MANUAL),
  },
  save: save(MANUAL),
  readBack: { list: ['onu-state', 'onu-info'], one: ['onu-state', 'onu-info', 'onu-description'] },
  onus: { first: 1, last: 128 },
  spelling: { mac: 'colons', serial: 'plain', blanks: 'underscores', longestDescription: 32, profiles: 'names' },
}

/** By no source at all. */
export const vsolEponWrites: OltWrites = {
  verbs: {
    authorise: told(
      null,
      [
        pon('confirm onu mac {mac} onuid {onu}'),
        pon('onu {onu} description {description}', { when: ['description'] }),
        pon('onu {onu} ctc eth 1 vlan mode tag {vlan}', { when: ['vlan'] }),
      ],
      { needs: ['mac'], takes: ['vlan', 'description'] },
    ),
    ...verbsOf(null),
  },
  save: save(null),
  readBack: { list: ['onu-status'], one: ['onu-status'] },
  onus: { first: 1, last: 64 },
  spelling: { mac: 'colons', serial: 'plain', blanks: 'underscores', longestDescription: 32, profiles: 'names' },
}
