import type { Actor } from '../../kernel/actor.ts'
import { Conflict, Forbidden, Invalid } from '../../kernel/errors.ts'
import { WALLET_KINDS } from '#modules/ledger/index.ts'
import type { Wallet, WalletKind } from '#modules/ledger/index.ts'
import { WALLET_KINDS_OF } from './payment.ts'
import type { StaffMethod } from './payment.ts'

export interface WalletChoice {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly kind: WalletKind
  readonly branchId: bigint | null
  readonly ownerUserId: bigint | null
  readonly isActive: boolean
}

export interface ChooseWallet {
  readonly method: StaffMethod
  /** The one named, or all that could take the money. */
  readonly candidates: readonly WalletChoice[]
  readonly isNamed: boolean
  readonly actor: Actor
  /** The branch of the client; null for unknown money. */
  readonly branchId: bigint | null
}

/**
 * Where money goes: the named wallet, checked; else the cashier's own drawer for cash; else the only wallet of the method's kind of the
 * client's branch, or of the company. Pure.
 * @throws Conflict `wallet_needed`, `wallet_closed` 409; Invalid 422; Forbidden 403 for a wallet that is not the person's to use.
 */
export function chooseWallet({ method, candidates, isNamed, actor, branchId }: ChooseWallet): WalletChoice {
  const kinds = WALLET_KINDS_OF[method]
  if (isNamed) return checked(candidates[0], kinds, method, actor)
  const usable = candidates.filter((wallet) => wallet.isActive && kinds.includes(wallet.kind) && isInReach(actor, wallet) && isOpenTo(actor, wallet))
  for (const kind of kinds) {
    const ofKind = usable.filter((wallet) => wallet.kind === kind)
    const own = ofKind.filter((wallet) => actor.userId !== null && wallet.ownerUserId === actor.userId)
    const ofBranch = ofKind.filter((wallet) => wallet.ownerUserId === null && branchId !== null && wallet.branchId === branchId)
    const ofCompany = ofKind.filter((wallet) => wallet.ownerUserId === null && wallet.branchId === null)
    for (const group of [own, ofBranch, ofCompany]) {
      const [only] = group
      if (only !== undefined && group.length === 1) return only
      if (group.length > 1)
        throw new Conflict('wallet_needed', 'More than one wallet can take this money; say which', { wallet_ids: group.map(({ id }) => id) })
    }
  }
  throw new Conflict(
    'wallet_needed',
    method === 'cash'
      ? 'You have no drawer of your own; say into which wallet the cash goes'
      : `There is no one wallet for ${method}; say which takes the money`,
  )
}

function checked(wallet: WalletChoice | undefined, kinds: readonly WalletKind[], method: string, actor: Actor): WalletChoice {
  const field = 'wallet_id'
  if (wallet === undefined || !isInReach(actor, wallet))
    throw new Invalid('There is no such wallet', { errors: [{ field, message: 'There is no such wallet' }] })
  if (!wallet.isActive) throw new Conflict('wallet_closed', `${wallet.name} is closed; choose another wallet`)
  if (!kinds.includes(wallet.kind)) throw new Invalid(`${wallet.name} does not take ${method}`, { errors: [{ field, message: `Does not take ${method}` }] })
  if (!isOpenTo(actor, wallet)) throw new Forbidden(`${wallet.name} is not yours to use`)
  return wallet
}

/**
 * A drawer is one person's; whoever keeps the wallets may enter what that person took. The safe of the office is for those who may look
 * into it: a collector's cash comes there only by a hand-over that somebody accepts.
 */
function isOpenTo(actor: Actor, wallet: WalletChoice): boolean {
  if (wallet.ownerUserId !== null && wallet.ownerUserId === actor.userId) return true
  if (wallet.kind === 'drawer') return actor.permissions.has('wallet.edit')
  return wallet.kind !== 'office' || actor.permissions.has('wallet.view')
}

/** Wallets of other branches do not exist for a person of one branch; a reseller has only what he owns. */
function isInReach({ scope, userId }: Actor, wallet: WalletChoice): boolean {
  if (scope.kind === 'company' || (userId !== null && wallet.ownerUserId === userId)) return true
  return scope.kind === 'branches' && (wallet.branchId === null || scope.branchIds.includes(wallet.branchId))
}

/** A wallet money is given out of. @throws Invalid 422; Conflict `wallet_closed` 409; Forbidden 403 for somebody else's drawer. */
export function checkGivingWallet(wallet: Wallet | null, actor: Actor): WalletChoice {
  const choice =
    wallet === null
      ? undefined
      : {
          id: wallet.id,
          code: wallet.code,
          name: wallet.name,
          kind: wallet.kind,
          branchId: wallet.branch_id,
          ownerUserId: wallet.owner_user_id,
          isActive: wallet.is_active,
        }
  return checked(choice, WALLET_KINDS, 'refunds', actor)
}
