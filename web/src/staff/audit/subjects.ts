import { useLingui } from '@lingui/react/macro'

/** Where things the audit speaks of are looked at. */
const PLACES: Readonly<Record<string, string>> = {
  client: '/clients/',
  invoice: '/invoices/',
  credit_note: '/invoices/credit-notes/',
  invoice_run: '/billing/',
  payment: '/payments/',
  package: '/packages/',
  wallet: '/wallets/',
  entry: '/ledger/entries/',
  import: '/imports/',
  suspension_run: '/suspensions/',
  message: '/messages/',
  user: '/users/',
  router: '/routers/',
  olt: '/olts/',
  onu: '/onus/',
  incident: '/incidents/',
}

export const placeOf = (type: string, id: number | null): string | null => (id === null || PLACES[type] === undefined ? null : `${PLACES[type]}${id}`)

/** What the audit speaks of, in the person's language. */
export function useSubjectTexts(): Readonly<Record<string, string>> {
  const { t } = useLingui()
  return {
    address_trace: t`Question about an address`,
    api_key: t`API token`,
    area: t`Area`,
    billing_policy: t`Billing policy`,
    box: t`Box`,
    branch: t`Branch`,
    bulk_job: t`Bulk change`,
    charge: t`Charge`,
    client: t`Client`,
    credit_note: t`Credit note`,
    client_note: t`Note`,
    custom_field: t`Own field`,
    discount_request: t`Discount asked for`,
    district: t`District`,
    entry: t`Entry`,
    export: t`Export`,
    import: t`Import`,
    incident: t`Incident`,
    invoice: t`Invoice`,
    invoice_run: t`Run`,
    message: t`Message`,
    month: t`Accounting month`,
    olt: t`OLT`,
    olt_task: t`Order to an OLT`,
    onu: t`ONU`,
    package: t`Package`,
    payment: t`Payment`,
    projection: t`Sums`,
    reseller: t`Reseller`,
    role: t`Role`,
    router: t`Router`,
    session: t`Session`,
    saved_view: t`View`,
    settings: t`Settings`,
    tag: t`Tag`,
    signup_request: t`Sign-up request`,
    holiday: t`Holiday`,
    subscription: t`Line`,
    suspension_run: t`Suspension run`,
    user: t`User account`,
    vat_rate: t`VAT rate`,
    wallet: t`Wallet`,
    wallet_transfer: t`Transfer`,
  }
}
