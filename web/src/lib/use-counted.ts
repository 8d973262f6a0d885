import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from './use-format.ts'

/** A count with its noun, in the number that the language asks for: "1 client", "2 clients". */
export function useCounted() {
  const { t } = useLingui()
  const format = useFormat()
  const said = (text: (count: number, n: string) => string) => (count: number) => text(count, format.number(count))
  return {
    clients: said((count, n) => t`${plural(count, { one: `${n} client`, other: `${n} clients` })}`),
    chosenClients: said((count, n) => t`${plural(count, { one: `${n} chosen client`, other: `${n} chosen clients` })}`),
    lines: said((count, n) => t`${plural(count, { one: `${n} line`, other: `${n} lines` })}`),
    activeLines: said((count, n) => t`${plural(count, { one: `${n} active line`, other: `${n} active lines` })}`),
    invoices: said((count, n) => t`${plural(count, { one: `${n} invoice`, other: `${n} invoices` })}`),
    creditNotes: said((count, n) => t`${plural(count, { one: `${n} credit note`, other: `${n} credit notes` })}`),
    credits: said((count, n) => t`${plural(count, { one: `${n} credit`, other: `${n} credits` })}`),
    branches: said((count, n) => t`${plural(count, { one: `${n} branch`, other: `${n} branches` })}`),
    areas: said((count, n) => t`${plural(count, { one: `${n} area`, other: `${n} areas` })}`),
    resellers: said((count, n) => t`${plural(count, { one: `${n} reseller`, other: `${n} resellers` })}`),
    routers: said((count, n) => t`${plural(count, { one: `${n} router`, other: `${n} routers` })}`),
    secrets: said((count, n) => t`${plural(count, { one: `${n} secret`, other: `${n} secrets` })}`),
    sessions: said((count, n) => t`${plural(count, { one: `${n} session`, other: `${n} sessions` })}`),
    ports: said((count, n) => t`${plural(count, { one: `${n} port`, other: `${n} ports` })}`),
    rows: said((count, n) => t`${plural(count, { one: `${n} row`, other: `${n} rows` })}`),
    textLines: said((count, n) => t`${plural(count, { one: `${n} line of text`, other: `${n} lines of text` })}`),
    results: said((count, n) => t`${plural(count, { one: `${n} result`, other: `${n} results` })}`),
    cycles: said((count, n) => t`${plural(count, { one: `${n} cycle`, other: `${n} cycles` })}`),
    minutes: said((count, n) => t`${plural(count, { one: `${n} minute`, other: `${n} minutes` })}`),
    hours: said((count, n) => t`${plural(count, { one: `${n} hour`, other: `${n} hours` })}`),
    days: said((count, n) => t`${plural(count, { one: `${n} day`, other: `${n} days` })}`),
  }
}
