import { join } from 'node:path'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import type { Logger } from '../../platform/log.ts'
import { changeRouter, createRouter } from '../../modules/network/routers/index.ts'
import { openDemoFibre } from '../fibre/demo-fibre.ts'
import { boxesOf } from './boxes.ts'
import { keptIn } from '../kept-folder.ts'
import { makeRouter, restartRouter } from './kept-router.ts'
import type { DemoRouter } from './kept-router.ts'
import { selectLoginsOf, selectRouterAt } from './lines-store.ts'
import { PLACES } from './places.ts'

export type DemoNetwork = Awaited<ReturnType<typeof openDemoNetwork>>

const HOST = '127.0.0.1'
const SETTLE_MS = 1000
const FOLLOW_MS = 3000
/** On this router somebody has typed in secrets for a few lines before the program could. */
const TYPED_BY_HAND = { identity: 'lalmatia', lines: 3 }

let opened: DemoNetwork | null = null

/** The one of this process. */
export const demoNetwork = (): DemoNetwork | null => opened

/**
 * Switches on the simulated routers that lie in the data folder, where it is the demo's; elsewhere it does nothing until `make`.
 * A router whose port another program has taken meanwhile goes to a free one, and its row follows.
 */
export async function openDemoNetwork({ database, dataDir, log }: { database: Database; dataDir: string; log: Logger }) {
  const folder = join(dataDir, 'demo-network')
  const actor = systemActor('demo', ALL_PERMISSIONS)
  const fibre = await openDemoFibre(database, dataDir)
  const boxes = boxesOf(database, HOST, fibre)
  const routers: DemoRouter[] = []
  const timers: NodeJS.Timeout[] = []
  let branchIds: readonly bigint[] = []

  for (const identity of keptIn(folder)) routers.push(await restartRouter(folder, identity))
  for (const { port, earlierPort } of routers) {
    const id = port === earlierPort ? null : await selectRouterAt({ db: database.direct }, HOST, earlierPort)
    if (id !== null) await inTransaction(database, { actor, direct: true }, async (tx) => await changeRouter(tx, id, { port }))
  }
  if (routers.length > 0) live()

  function live(): void {
    let isLooking = false
    const follow = (): void => {
      if (isLooking) return
      isLooking = true
      fibre
        .hang()
        .then(async () => await boxes.follow(routers))
        .catch((error: unknown) => log.warn({ err: error }, 'The boxes of the demo could not be brought up to date'))
        .finally(() => (isLooking = false))
    }
    follow()
    timers.push(
      setInterval(follow, FOLLOW_MS),
      setInterval(() => {
        for (const { simulated } of routers) simulated.subscribers.settle()
      }, SETTLE_MS),
    )
  }

  const network = {
    routers: routers as readonly DemoRouter[],
    fibre,
    /** Ten new routers and their rows; nothing is written to them before `activate`. Returns their ids by branch. */
    async make(tx: Tx, ofBranches: readonly bigint[]): Promise<ReadonlyMap<bigint, readonly bigint[]>> {
      branchIds = ofBranches
      const ids = new Map<bigint, bigint[]>()
      for (const [n, place] of PLACES.entries()) {
        const router = await makeRouter(folder, place, { zone: tx.company.zone, seed: n + 1 })
        routers.push(router)
        const branchId = branchIds[place.branch] ?? branchIds[0] ?? 0n
        const { id } = await createRouter(tx, {
          branch_id: branchId,
          name: place.name,
          host: HOST,
          port: router.port,
          is_tls: router.isTls,
          tls_fingerprint: router.simulated.fingerprint,
          username: router.username,
          password: router.password,
          suspend_by: 'disable',
          suspend_target: '',
          address_pool: 'home',
          local_address: '100.64.0.1',
          commands_per_second: 100,
          max_change_percent: 20,
          is_active: false,
        })
        ids.set(branchId, [...(ids.get(branchId) ?? []), id])
      }
      return ids
    },
    /** From now on the routers are told what is wanted, the boxes dial, and OLTs stand behind every fibre line. */
    async activate(): Promise<void> {
      const ids: bigint[] = []
      for (const { identity, port, simulated } of routers) {
        const id = await selectRouterAt({ db: database.direct }, HOST, port)
        if (id === null) continue
        ids.push(id)
        if (identity !== TYPED_BY_HAND.identity) continue
        for (const name of await selectLoginsOf({ db: database.direct }, id, TYPED_BY_HAND.lines))
          simulated.addRow('secrets', { name, password: 'typed-by-hand', service: 'pppoe', profile: 'old-5m' })
      }
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        for (const id of ids) await changeRouter(tx, id, { is_active: true })
      })
      await fibre.make(branchIds)
      live()
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer)
      if (opened === network) opened = null
      for (const router of routers) await router.close()
      await fibre.stop()
    },
  }
  opened = network
  return network
}
