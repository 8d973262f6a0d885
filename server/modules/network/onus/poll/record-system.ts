import type { Tx } from '../../../../platform/db/tx.ts'
import { recordSystem } from '../../olts/index.ts'
import type { OltInterface, OltSystem } from '../../olts/index.ts'
import { centi } from '../onu.ts'
import { deletePortsUnseen, upsertPorts } from './ports-store.ts'
import type { Look } from './record-status.ts'

const isYes = (word: string | null, yes: RegExp): boolean | null => (word === null ? null : yes.test(word))
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

/** How the OLT itself is, and its ports with the light of what is plugged into them. */
export async function recordPorts(
  tx: Tx,
  oltId: bigint,
  { at, isWhole, system, seen }: Look<OltInterface> & { readonly system: OltSystem | null },
): Promise<readonly string[]> {
  if (system !== null)
    await recordSystem(tx, oltId, {
      model: system.model ?? '',
      firmware: system.firmware ?? '',
      description: system.description ?? '',
      uptime_seconds: system.uptimeSeconds === null ? null : BigInt(Math.round(system.uptimeSeconds)),
      cpu_percent: whole(system.cpuPercent),
      memory_percent: whole(system.memoryPercent),
      temperature_c: system.temperatureC,
    })
  const ports = seen.map(({ name, kind, alias, admin, oper, speedMbps, txDbm, rxDbm, temperatureC, pon }) => ({
    name: pon ?? name,
    kind,
    description: alias ?? '',
    is_enabled: isYes(admin, /^(up|enabled?)$/i),
    is_up: isYes(oper, /^up$/i),
    speed_mbps: whole(speedMbps),
    tx_centi_dbm: centi(txDbm),
    rx_centi_dbm: centi(rxDbm),
    temperature_c: temperatureC,
  }))
  await upsertPorts(tx, oltId, ports, at)
  if (isWhole) await deletePortsUnseen(tx, oltId, at)
  return []
}
