/** Many simulated OLTs in one process, for the load of polling them: how many, family, PONs, ONUs on each. Sends how many there are, and the ports of their SNMP when asked. */
import { simulateOlt } from '../simulators/olt/index.ts'

const [count = '64', family = 'vsol-gpon', pons = '16', onusPerPon = '64'] = process.argv.slice(2)
const olts: Awaited<ReturnType<typeof simulateOlt>>[] = []
for (let n = 0; n < Number(count); n += 1)
  // No two ONUs of the company have one serial.
  olts.push(await simulateOlt({ family, pons: Number(pons), onus: onusOf(n), seed: n + 1 }, { telnetPort: null }))

function onusOf(olt: number) {
  return Array.from({ length: Number(pons) * Number(onusPerPon) }, (_none, n) => ({
    pon: Math.floor(n / Number(onusPerPon)) + 1,
    id: (n % Number(onusPerPon)) + 1,
    serial: `SIMU${((olt << 16) | n).toString(16).padStart(8, '0').toUpperCase()}`,
  }))
}

const ticking = setInterval(() => {
  for (const { plant } of olts) plant.tick += 1
}, 60_000)
process.on('message', () => process.send?.(olts.map(({ snmpPort }) => snmpPort)))
process.once('SIGTERM', () => {
  clearInterval(ticking)
  void Promise.all(olts.map(async (olt) => await olt.close())).then(() => process.exit(0))
})
process.send?.(olts.length)
