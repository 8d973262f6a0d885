import type { Actor, Scope } from '../kernel/actor.ts'
import { companyScope } from '../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import { toMinor } from '../kernel/money.ts'
import type { Tx } from '../platform/db/tx.ts'
import { createUser } from '../modules/auth/index.ts'
import { createArea, createBranch } from '../modules/branches/index.ts'
import { createWallet } from '../modules/ledger/index.ts'
import { createPackage, createVatRate } from '../modules/packages/index.ts'
import type { DemoNetwork } from './network/demo-network.ts'
import { AREAS, BRANCHES, PACKAGES, PEOPLE } from './names.ts'
import { borderOf } from './streets.ts'
import type { Quarter } from './streets.ts'

/** Who and what the demo's story is played with. */
export interface Cast {
  readonly branchIds: readonly bigint[]
  readonly areas: readonly { readonly id: bigint; readonly branchId: bigint; readonly pop: number; readonly quarter: Quarter }[]
  readonly packages: readonly { readonly id: bigint; readonly share: number; readonly price: bigint }[]
  /** Cashiers with their drawers. */
  readonly collectors: readonly { readonly actor: Actor; readonly walletId: bigint; readonly branchId: bigint }[]
  readonly accountant: Actor
  readonly wallets: { readonly bkash: bigint; readonly nagad: bigint; readonly bank: bigint; readonly office: bigint }
  readonly userIds: ReadonlyMap<string, bigint>
  /** Routers of each branch; empty where the company has no network. */
  readonly routerIds: ReadonlyMap<bigint, readonly bigint[]>
}

const acting = (userId: bigint, name: string, role: string, scope: Scope = companyScope): Actor => ({
  kind: 'user',
  userId,
  name,
  role,
  permissions: ALL_PERMISSIONS,
  scope,
  locale: 'en',
  ip: null,
  userAgent: null,
})

/** Branches, areas, catalogue, people and wallets, through the same use cases a company uses. */
export async function makeCast(tx: Tx, mainBranchId: bigint, network: DemoNetwork | null): Promise<Cast> {
  const branchIds = [mainBranchId]
  for (const branch of BRANCHES) branchIds.push((await createBranch(tx, branch)).id)
  const areas = []
  for (const quarter of AREAS) {
    const { branch, name, colour, pop } = quarter
    const branchId = branchIds[branch] ?? mainBranchId
    const area = await createArea(tx, { parent_id: null, branch_id: branchId, name, colour, polygon: borderOf(quarter) })
    areas.push({ id: area.id, branchId, pop, quarter })
  }
  const vat = await createVatRate(tx, { code: 'VAT5', name: 'VAT 5 %', startsOn: tx.today.subtract({ years: 5 }), rateBp: 500 })
  const packages = []
  for (const offer of PACKAGES) {
    const { package: made } = await createPackage(tx, {
      code: offer.code,
      name: offer.name,
      description: `${offer.mbps} Mbps`,
      startsOn: tx.today.subtract({ months: 1 }),
      terms: {
        price: toMinor(offer.price),
        vatRateId: vat.id,
        vatInclusive: false,
        downloadKbps: offer.mbps * 1000,
        uploadKbps: offer.mbps * 1000,
        routerProfile: offer.code.toLowerCase(),
        validityCount: 1,
        validityUnit: 'month',
        approvalNo: `BTRC-${offer.code}`,
        approvedOn: tx.today.subtract({ months: 2 }),
      },
    })
    packages.push({ id: made.id, share: offer.share, price: BigInt(offer.price) })
  }
  const userIds = new Map<string, bigint>()
  for (const person of PEOPLE) {
    if (person.role === 'admin') continue
    const branchId = person.branch === null ? null : (branchIds[person.branch] ?? mainBranchId)
    const user = await createUser(tx, {
      username: person.username,
      full_name: person.fullName,
      email: '',
      phone: '',
      role: person.role,
      locale: 'en',
      scope_kind: branchId === null ? 'company' : 'branches',
      branch_ids: branchId === null ? [] : [branchId],
      reseller_id: null,
    })
    userIds.set(person.username, user.id)
  }
  const office = { branchId: null, ownerUserId: null, limit: null }
  const wallets = {
    office: await createWallet(tx, { ...office, code: 'SAFE', name: 'Safe of the head office', kind: 'office' }),
    bank: await createWallet(tx, { ...office, code: 'BANK', name: 'Dutch-Bangla Bank', kind: 'bank' }),
    bkash: await createWallet(tx, { ...office, code: 'BKASH', name: 'bKash merchant', kind: 'bkash' }),
    nagad: await createWallet(tx, { ...office, code: 'NAGAD', name: 'Nagad merchant', kind: 'nagad' }),
  }
  const collectors = []
  for (const person of PEOPLE.filter(({ role }) => role === 'collector')) {
    const userId = userIds.get(person.username) ?? 0n
    const branchId = branchIds[person.branch ?? 0] ?? mainBranchId
    const walletId = await createWallet(tx, {
      code: person.username.toUpperCase(),
      name: `Drawer of ${person.fullName}`,
      kind: 'drawer',
      branchId,
      ownerUserId: userId,
      limit: toMinor(100_000_000_00),
    })
    collectors.push({ actor: acting(userId, person.username, 'collector'), walletId, branchId })
  }
  const routerIds = (await network?.make(tx, branchIds)) ?? new Map<bigint, readonly bigint[]>()
  return { branchIds, areas, packages, collectors, accountant: acting(userIds.get('accounts') ?? 0n, 'accounts', 'accountant'), wallets, userIds, routerIds }
}
