/** A simulated OLT in a process of its own, for P5: family, PONs, ONUs on each. Sends the port of its SNMP. */
import { simulateOlt } from '../simulators/olt/index.ts'

const [family = 'vsol-gpon', pons = '16', onusPerPon = '64'] = process.argv.slice(2)
const olt = await simulateOlt({ family, pons: Number(pons), onusPerPon: Number(onusPerPon), seed: 1 }, { telnetPort: null })
process.once('SIGTERM', () => void olt.close().then(() => process.exit(0)))
process.send?.(olt.snmpPort)
