import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

/** What a refused row of the catalogue means to the person who caused it. */
export const constraints: ConstraintMeanings = {
  packages_code_key: { code: 'package_code_taken', status: 409, message: 'There is already a package with this code', field: 'code' },
  vat_rates_code_key: { code: 'vat_rate_code_taken', status: 409, message: 'There is already a VAT rate with this code', field: 'code' },
  billing_policies_code_key: { code: 'policy_code_taken', status: 409, message: 'There is already a billing policy with this code', field: 'code' },
  package_versions_vat_rate_id_fkey: { code: 'no_such_vat_rate', status: 422, message: 'There is no such VAT rate', field: 'vat_rate_id' },
}
