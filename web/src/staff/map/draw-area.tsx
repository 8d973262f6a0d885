import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconEraser, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { http, isProblem } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'
import type { Coordinates } from '../../lib/coordinates.ts'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useMayOpen } from '../../lib/use-may-open.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import { FormFailure, sayDone } from '../../ui/form.tsx'
import { cornersOf } from '../../ui/map/use-area-layer.ts'
import { cornersText, readCorners } from './corners.ts'
import styles from './map.module.css'
import { useDraw } from './use-draw.ts'

type Area = RowOf<'/api/v1/areas'>

const LEAST = 3
const cornersOfArea = (area: Area | undefined): Coordinates[] => (area?.polygon ?? []).map(([longitude, latitude]) => ({ latitude, longitude }))

/** Which area is drawn, and then its border: by hand on the map, or as a list of corners. */
export function DrawArea({
  map,
  areas,
  areaId,
  onChoose,
  onClose,
}: {
  map: LeafletMap | null
  areas: readonly Area[]
  areaId: number | null
  onChoose: (id: number) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const { scope } = useMe()
  const mayOpen = useMayOpen()
  const own = areas.filter(
    ({ branch_id }) => scope.kind === 'company' || (scope.kind === 'branches' && branch_id !== null && scope.branch_ids.includes(branch_id)),
  )
  const area = own.find(({ id }) => id === areaId)
  if (area !== undefined) return <DrawBorder map={map} area={area} onClose={onClose} />
  return (
    <section className={styles.draw} aria-label={t`Draw an area`}>
      <h2>
        <Trans>Draw an area</Trans>
      </h2>
      <Select
        label={t`Area`}
        placeholder={t`Choose an area`}
        searchable
        data-autofocus
        data={own.map(({ id, name, polygon }) => ({ value: String(id), label: polygon === null ? name : t`${name} (has a border)` }))}
        value={null}
        onChange={(id) => id !== null && onChoose(Number(id))}
      />
      {mayOpen('/settings/areas') && (
        <Link className="lm-link" to="/settings/areas">
          <Trans>Areas are added in the settings</Trans>
        </Link>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </section>
  )
}

function DrawBorder({ map, area, onClose }: { map: LeafletMap | null; area: Area; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [steps, setSteps] = useState<readonly Coordinates[][]>([cornersOfArea(area)])
  const [colour, setColour] = useState(area.colour)
  const [typed, setTyped] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const corners = steps.at(-1) ?? []
  const step = (next: Coordinates[]) => {
    setFailure(null)
    setTyped(null)
    setSteps([...steps, next])
  }
  const undo = () => {
    setFailure(null)
    setTyped(null)
    setSteps(steps.slice(0, -1))
  }
  useDraw(map, corners, /^#[0-9a-f]{6}$/i.test(colour) ? colour : area.colour, step)
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once, when its drawing begins.
  useEffect(() => {
    if (map !== null && area.polygon !== null) map.fitBounds(cornersOf(area.polygon), { padding: [40, 40] })
  }, [map])

  const read = typed === null ? null : readCorners(typed)
  const readError = read?.wrongLine == null ? null : t`Line ${format.number(read.wrongLine)} is no place; write it as 23.8069, 90.3687`
  const send = async (ring: readonly Coordinates[] | null) => {
    setSending(true)
    setFailure(null)
    const polygon = ring === null ? null : ring.map(({ latitude, longitude }) => [longitude, latitude] as [number, number])
    const { error } = await http
      .PATCH('/api/v1/areas/{id}', { params: { path: { id: area.id } }, body: { polygon, colour: colour.toLowerCase() } })
      .catch(() => ({ error: undefined as never, isLost: true }) as { error: unknown })
    setSending(false)
    if (error !== undefined)
      return setFailure(isProblem(error) ? (error.errors?.[0]?.message ?? error.detail) : t`The server cannot be reached. Try again; nothing is lost.`)
    await client.invalidateQueries()
    sayDone(ring === null ? t`${area.name} has no border any more.` : t`The border of ${area.name} is kept.`)
    onClose()
  }
  /** The map follows what is typed; all that is typed in one go is one step. */
  const type = (text: string) => {
    const { corners: next, wrongLine } = readCorners(text)
    setFailure(null)
    if (wrongLine === null && cornersText(next) !== cornersText(corners)) setSteps([...(typed === null ? steps : steps.slice(0, -1)), next])
    else if (typed === null) setSteps([...steps, corners])
    setTyped(text)
  }
  return (
    <section className={styles.draw} aria-label={t`Border of ${area.name}`}>
      <h2>
        <i className={styles.colour} style={{ background: colour }} /> {area.name}
      </h2>
      <p>
        <Trans>Click the corners on the map one after the other. Drag a corner to move it; drag or click a dot between two corners to add one.</Trans>
      </p>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} />} disabled={steps.length < 2} onClick={undo}>
          <Trans>Undo the last step</Trans>
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconEraser size={15} />} disabled={corners.length === 0} onClick={() => step([])}>
          <Trans>Begin anew</Trans>
        </Button>
        {area.polygon !== null && (
          <Button size="compact-sm" variant="subtle" color="red" leftSection={<IconTrash size={15} />} loading={isSending} onClick={() => void send(null)}>
            <Trans>Take the border away</Trans>
          </Button>
        )}
      </Group>
      <Textarea
        label={t`Corners`}
        description={t`One in a line, latitude and longitude; for who draws without a mouse`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        value={typed ?? cornersText(corners)}
        error={readError}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <ColourField label={t`Colour`} value={colour} onChange={setColour} />
      <FormFailure text={failure} />
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={isSending} disabled={corners.length < LEAST || readError !== null} onClick={() => void send(corners)}>
          <Trans>Save</Trans>
        </Button>
      </Group>
      {corners.length < LEAST && (
        <p className={styles.none}>
          <Trans>An area has at least three corners.</Trans>
        </p>
      )}
    </section>
  )
}
