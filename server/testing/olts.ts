import { onTestFinished } from 'vitest'
import { simulateOlt } from '../../simulators/olt/index.ts'
import type { OltOptions, SimulatedOlt } from '../../simulators/olt/index.ts'
import { createOlt } from '../modules/network/olts/index.ts'
import type { Database } from '../platform/db/tx.ts'
import { doing, unique } from './factories.ts'

export interface FibreNetwork {
  readonly simulated: SimulatedOlt
  readonly oltId: bigint
}

/** A simulated OLT and its row in the database, by SNMP and telnet. */
export async function anOlt(
  database: Database,
  {
    branchId,
    family = 'vsol-gpon',
    pons = 2,
    onusPerPon = 5,
    isWritable = false,
    cli = 'telnet',
    snmp = '2c',
    ...plant
  }: { branchId: bigint; family?: string; pons?: number; onusPerPon?: number; isWritable?: boolean; cli?: 'none' | 'telnet'; snmp?: 'none' | '2c' } & Pick<
    OltOptions,
    'unregistered' | 'startsAfterMs' | 'restartsAfterMs'
  >,
): Promise<FibreNetwork> {
  const n = unique()
  const simulated = await simulateOlt({ family, pons, onusPerPon, seed: n, ...plant }, {})
  onTestFinished(simulated.close)
  const olt = await doing(
    database,
    async (tx) =>
      await createOlt(tx, {
        branch_id: branchId,
        name: `OLT ${n}`,
        profile: family,
        host: simulated.host,
        cli,
        cli_port: simulated.telnetPort ?? 23,
        username: cli === 'none' ? '' : 'admin',
        password: 'admin',
        enable_password: 'enable',
        ssh_host_key: null,
        allows_legacy_ssh: false,
        snmp,
        snmp_port: simulated.snmpPort ?? 161,
        snmp_community: 'public',
        snmp_user: '',
        snmp_auth: null,
        snmp_priv: null,
        pons: null,
        is_writable: isWritable,
        latitude: null,
        longitude: null,
        is_active: true,
      }),
  )
  return { simulated, oltId: olt.id }
}
