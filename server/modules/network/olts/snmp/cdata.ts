import { asNumber, asText, enterprise } from './family.ts'
import type { SnmpFamily } from './family.ts'
import { scalar } from './standard.ts'

/** Only of itself: how the rows of its ONUs are numbered stands in no source at hand, so none is asked. */
export const cdataSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'serial number, versions, processor, memory, temperature and ports with a record of a C-Data EPON OLT 4.2.7.58; nothing of ONUs',
  tables: [
    { of: 'system', root: enterprise('17409.2.3.1.1'), index: scalar, columns: { 13: asText('oltSerial') } },
    { of: 'system', root: enterprise('34592.1.3.1.5.2.1.1'), index: scalar, columns: { 4: asText('hardware'), 5: asText('firmware') } },
    {
      of: 'system',
      root: enterprise('34592.1.3.100.1.8'),
      index: scalar,
      columns: {
        1: asNumber('cpuPercent'),
        2: asNumber('memoryMegabytes'),
        3: asNumber('freeMegabytes'),
        6: asNumber('temperatureC', { scale: 0.1 }),
      },
    },
  ],
}
