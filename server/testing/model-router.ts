import type { DesiredLine, RouterRules } from '../modules/network/routers/sync/desired.ts'
import type { Observed, ObservedProfile, ObservedSecret, ObservedSession } from '../modules/network/routers/sync/observed.ts'
import { planRouter } from '../modules/network/routers/sync/plan-router.ts'
import type { Op } from '../modules/network/routers/sync/plan-router.ts'

/** A router as the planner's tests need one: rows with ids, sessions that need an enabled secret, and operations that may be lost half-way. */
export function modelRouter() {
  let next = 1
  const id = (): string => `*${(next++).toString(16).toUpperCase()}`
  let secrets: ObservedSecret[] = []
  let profiles: ObservedProfile[] = [{ id: id(), name: 'default', localAddress: null, remoteAddress: null, addressList: '', rateLimit: null, comment: '' }]
  let sessions: ObservedSession[] = []
  const secret = (name: string): ObservedSecret | undefined => secrets.find((row) => row.name === name)

  function steps(op: Op): (() => void)[] {
    if (op.kind === 'make_profile') return [() => profiles.push({ id: id(), ...op.values })]
    if (op.kind === 'set_profile') return [() => (profiles = profiles.map((row) => (row.id === op.id ? { ...row, ...op.values } : row)))]
    if (op.kind === 'add_secret') return [() => secrets.push({ id: id(), ...op.values })]
    if (op.kind === 'end_sessions')
      return op.targets.map(
        ({ name }) =>
          () =>
            (sessions = sessions.filter((row) => row.name !== name)),
      )
    if (op.kind === 'remove_secrets')
      return op.targets.map(
        ({ id: gone }) =>
          () =>
            (secrets = secrets.filter((row) => row.id !== gone)),
      )
    const values: Partial<ObservedSecret> = op.kind === 'disable_secrets' ? { isDisabled: true } : op.values
    return op.targets.map((target) => () => (secrets = secrets.map((row) => (row.id === target.id ? { ...row, ...values } : row))))
  }

  return {
    observe: (): Observed => ({ secrets: [...secrets], profiles: [...profiles], sessions: [...sessions] }),
    /** Does the operations row by row; after so many the connection is lost, with the last one done or not. */
    apply(ops: readonly Op[], { stopAfter = Number.POSITIVE_INFINITY, isDone = true } = {}): void {
      for (const [n, step] of ops.flatMap(steps).entries()) {
        if (n > stopAfter || (n === stopAfter && !isDone)) return
        step()
      }
    },
    secret,
    profile: (name: string) => profiles.find((row) => row.name === name),
    addSecret(row: Partial<ObservedSecret> & { name: string }): void {
      secrets.push({ password: '', service: 'any', profile: 'default', remoteAddress: null, comment: '', isDisabled: false, ...row, id: id() })
    },
    addProfile(row: Partial<ObservedProfile> & { name: string }): void {
      profiles.push({ localAddress: null, remoteAddress: null, addressList: '', rateLimit: null, comment: '', ...row, id: id() })
    },
    edit(name: string, values: Partial<ObservedSecret>): void {
      secrets = secrets.map((row) => (row.name === name ? { ...row, ...values } : row))
    },
    editProfile(name: string, values: Partial<ObservedProfile>): void {
      profiles = profiles.map((row) => (row.name === name ? { ...row, ...values } : row))
    },
    dial(name: string): void {
      const lets = secrets.some((row) => row.name === name && !row.isDisabled)
      if (lets && !sessions.some((row) => row.name === name)) sessions.push({ id: id(), name, isRadius: false })
    },
    isOnline: (name: string): boolean => sessions.some((row) => row.name === name),
    /** As after a restore from a backup: every row has another id. */
    renumber(): void {
      secrets = secrets.map((row) => ({ ...row, id: id() }))
      profiles = profiles.map((row) => ({ ...row, id: id() }))
      sessions = sessions.map((row) => ({ ...row, id: id() }))
    },
  }
}

type ModelRouter = ReturnType<typeof modelRouter>

export const rules = (changes: Partial<RouterRules> = {}): RouterRules => ({
  suspendBy: 'disable',
  suspendTarget: '',
  addressPool: 'home',
  localAddress: null,
  maxChangePercent: 20,
  releasedChanges: 0,
  ...changes,
})

export const line = (n: number, changes: Partial<DesiredLine> = {}): DesiredLine => ({
  subscriptionId: BigInt(n),
  revision: 1n,
  login: `user${n}`,
  password: `word${n}`,
  stamp: String(n).padStart(8, '0'),
  profile: 'home-10',
  speeds: { uploadKbps: 10_000, downloadKbps: 20_000 },
  staticIp: null,
  state: 'on',
  wasSeen: false,
  mustRedial: false,
  mayAdopt: false,
  isRight: () => false,
  ...changes,
})

/** Plans and does until nothing is left to do; the plans. */
export function settle(router: ModelRouter, lines: readonly DesiredLine[], by: RouterRules = rules()) {
  const plans = []
  for (let pass = 0; pass < 5; pass += 1) {
    const plan = planRouter(lines, router.observe(), by)
    plans.push(plan)
    if (plan.ops.length === 0) return plans
    router.apply(plan.ops)
  }
  throw new Error('It did not come to rest')
}
