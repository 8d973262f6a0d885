import { told } from '../writes.ts'
import type { OltWrites, WriteLine } from '../writes.ts'

const at = (mode: string, text: string, more: Omit<WriteLine, 'mode' | 'text'> = {}): WriteLine => ({ mode, text, ...more })

export const bdcomEponWrites: OltWrites = {
  verbs: {
    authorise: told(
      'configurations and scripts of several providers',
      [
        at('pon', 'epon bind-onu mac {mac} {onu}'),
        at('onu', 'description {description}', { when: ['description'] }),
        at('onu', 'epon onu port 1 ctc vlan mode tag {vlan}', { when: ['vlan'] }),
      ],
      { needs: ['mac'], takes: ['vlan', 'description'] },
    ),
    describe: told(null, [at('onu', 'description {description}')], { needs: ['description'] }),
    enable: told(null, [at('onu', 'no shutdown')]),
    disable: told(null, [at('onu', 'shutdown')], { danger: true }),
    reboot: told(null, [at('exec', 'epon reboot onu interface epON {pon}:{onu}', { confirm: 'y' })], { danger: true }),
    delete: told('configurations and scripts of several providers', [at('pon', 'no epon bind-onu sequence {onu}')], { danger: true }),
  },
  save: { lines: [at('exec', 'write all', { timeoutMs: 90_000 })], verified: null, source: 'Ubilling @cefd12311cc8' },
  readBack: { list: ['onu-information'], one: ['onu-information'] },
  onus: { first: 1, last: 64 },
  spelling: { mac: 'dots', serial: 'plain', blanks: 'underscores', longestDescription: 31, profiles: 'names' },
}
