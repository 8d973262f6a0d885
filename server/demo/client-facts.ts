import type { RegisterClient } from '../modules/clients/index.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { doorIn } from './streets.ts'
import { FIRMS, FIRST_BN, FIRST_EN, LAST_BN, LAST_EN } from './names.ts'

/** First halves of the addresses of boxes as they are sold: MikroTik, TP-Link, Tenda, Huawei, Netis. */
const MAKERS = [0x48a98a, 0x50d4f7, 0xc83a35, 0x00e0fc, 0x04be58]

/** A made-up client with his line; the n-th of the company. */
export function madeUpClient(
  cast: Cast,
  chance: Chance,
  n: number,
  joinedOn: Temporal.PlainDate,
): RegisterClient & { readonly subscription: NonNullable<RegisterClient['subscription']> } {
  const area = chance.pick(cast.areas)
  const isFirm = chance.percent(6)
  const isBengali = chance.percent(40)
  const name = isFirm
    ? `${chance.pick(FIRMS)} ${n}`
    : isBengali
      ? `${chance.pick(FIRST_BN)} ${chance.pick(LAST_BN)}`
      : `${chance.pick(FIRST_EN)} ${chance.pick(LAST_EN)}`
  const isPrepaid = !isFirm && chance.percent(15)
  const routers = cast.routerIds.get(area.branchId) ?? []
  const [latitude, longitude] = doorIn(area.quarter, n)
  const mac = ((MAKERS[n % MAKERS.length] ?? 0) * 2 ** 24 + n * 7)
    .toString(16)
    .padStart(12, '0')
    .replace(/(..)(?!$)/g, '$1:')
  return {
    name,
    phone: `01${chance.pick(['7', '8', '9', '3'])}${String(10_000_000 + ((n * 7919) % 89_999_999)).padStart(8, '0')}`,
    kind: isFirm ? 'company' : 'person',
    gender: isFirm ? null : chance.pick(['female', 'male']),
    branch_id: area.branchId,
    area_id: area.id,
    address: `House ${1 + chance.below(90)}, Road ${1 + chance.below(30)}`,
    district: 'Dhaka',
    latitude,
    longitude,
    locale: isBengali ? 'bn' : 'en',
    joined_on: joinedOn,
    tags: chance.percent(4) ? ['corporate'] : [],
    isWelcomed: false,
    subscription: {
      packageId: packageFor(cast, chance, isFirm),
      pppoe_login: `padma${String(n).padStart(4, '0')}`,
      pppoePassword: `p${(n * 48_271) % 1_000_000}`,
      mac,
      router_id: routers[area.pop % routers.length] ?? null,
      billingMode: isPrepaid ? 'prepaid' : 'postpaid',
      anchorDay: !isPrepaid && chance.percent(10) ? 1 + chance.below(28) : 1,
      joinedOn,
      activatedOn: joinedOn,
      ...(chance.percent(5) ? { discountBp: 1000, discountReason: 'Neighbour of the POP' } : {}),
    },
  }
}

function packageFor({ packages }: Cast, chance: Chance, isFirm: boolean): bigint {
  const last = packages.at(-1)
  if (isFirm && last) return last.id
  let point = chance.below(94)
  for (const offer of packages) {
    point -= offer.share
    if (point < 0) return offer.id
  }
  return packages[0]?.id ?? 0n
}
