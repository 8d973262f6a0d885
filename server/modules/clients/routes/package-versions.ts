import { z } from 'zod'
import { dateSchema, idParams } from '../../../platform/http/schemas.ts'
import type { App } from '../../../platform/http/app.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { bulkEditBody, editPrices, previewPrices, priceEditSchema, toChanges, versionBody, versionSchema, warningSchema } from '../../packages/index.ts'
import type { EditPrices } from '../../packages/index.ts'
import { applyVersionToExisting, publishAndApply } from '../lines/apply-version.ts'
import { countLinesOn } from '../lines/terms-store.ts'

const tags = ['packages']

/** Here and not in modules/packages, because a new version may reach the lines already sold. */
export function packageVersionRoutes(app: App): void {
  app.post(
    '/packages/:id/versions',
    {
      config: { permission: 'package.edit' },
      schema: {
        tags,
        summary: 'Publish a version of a package from a day on, for new sales or for the lines already sold too',
        params: idParams,
        body: versionBody.extend({
          applies_to_existing_from: dateSchema.optional().meta({ description: 'Give it to move the lines already sold to the new terms from this day on' }),
        }),
        response: { 201: versionSchema.extend({ moved_lines: z.int(), warnings: z.array(warningSchema) }) },
      },
    },
    async (request, reply) => {
      const { applies_to_existing_from, ...body } = request.body
      const { version, warnings, moved } = await transact(request, (tx) =>
        publishAndApply(tx, {
          packageId: request.params.id,
          startsOn: body.starts_on,
          changes: toChanges(body),
          appliesToExistingFrom: applies_to_existing_from,
        }),
      )
      return reply.code(201).send({ ...version, moved_lines: moved, warnings: [...warnings] })
    },
  )

  app.post(
    '/packages/bulk-edits',
    {
      config: { permission: 'package.edit', unpaged: true },
      schema: {
        tags,
        summary: 'Change the prices of several packages from a day on; with preview nothing is written',
        body: bulkEditBody,
        response: {
          200: z.object({
            is_preview: z.boolean(),
            lines: z.int().meta({ description: 'Lines already sold that move, or would' }),
            items: z.array(priceEditSchema),
          }),
        },
      },
    },
    async (request) => {
      const { package_ids, change, starts_on, round_to_minor, approval_no, approved_on, applies_to_existing_from: from, preview } = request.body
      const input: EditPrices = {
        packageIds: package_ids,
        change:
          change.kind === 'percent'
            ? { kind: 'percent', percentBp: change.percent_bp }
            : change.kind === 'amount'
              ? { kind: 'amount', amount: change.amount_minor }
              : { kind: 'set', price: change.price_minor },
        startsOn: starts_on,
        roundTo: round_to_minor,
        approvalNo: approval_no,
        approvedOn: approved_on,
      }
      const wire = (edits: readonly Awaited<ReturnType<typeof previewPrices>>[number][]) => edits.map((edit) => ({ ...edit, warnings: [...edit.warnings] }))
      if (preview) {
        const conn = await reading(request)
        const edits = await previewPrices(conn, input)
        const changed = edits.filter(({ before_minor, after_minor }) => before_minor !== after_minor).map(({ package_id }) => package_id)
        return { is_preview: true, lines: from === undefined ? 0 : await countLinesOn(conn, changed, from), items: wire(edits) }
      }
      return transact(request, async (tx) => {
        const { edits, versions } = await editPrices(tx, input)
        let lines = 0
        if (from !== undefined) for (const version of versions) lines += await applyVersionToExisting(tx, { version, from })
        return { is_preview: false, lines, items: wire(edits) }
      })
    },
  )
}
