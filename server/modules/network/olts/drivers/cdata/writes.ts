import { told } from '../writes.ts'
import type { OltWrites } from '../writes.ts'

const KUSUMA = 'KusumaVisionNMS @cc91501'
const at = (text: string, confirm?: string) => [{ mode: 'interface', text, ...(confirm === undefined ? {} : { confirm }) }]

/** How one is authorised, described, and how all is saved, stands in no source at hand. */
const cdataWrites = (enable: string, disable: string): OltWrites => ({
  verbs: {
    enable: told(KUSUMA, at(`ont ${enable} {port} {onu}`)),
    disable: told(KUSUMA, at(`ont ${disable} {port} {onu}`), { danger: true }),
    reboot: told(KUSUMA, at('ont reboot {port} {onu}', 'y'), { danger: true }),
    delete: told(KUSUMA, at('ont delete {port} {onu}', 'y'), { danger: true }),
  },
  save: null,
  readBack: { list: ['ont-info'], one: ['ont-info'] },
  onus: { first: 1, last: 128 },
  spelling: { mac: 'colons', serial: 'plain', blanks: 'underscores', longestDescription: 32, profiles: 'names' },
})

export const cdataGponWrites = cdataWrites('activate', 'deactivate')
export const cdataEponWrites = cdataWrites('enable', 'disable')
