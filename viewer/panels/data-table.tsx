import type { ComponentChildren } from 'preact';
import { must } from '../../sim/record/must.ts';
import { heldBy, type ItemLife } from '../recording/items.ts';
import type { DayState } from '../recording/state.ts';
import { grams, percent, robotWord } from '../words.ts';
import type { Shown } from './shown.ts';

/** Where an item is, in words. */
function stageOf(life: ItemLife, timeUs: number): string {
  const robot = heldBy(life, timeUs);
  return robot === null ? 'belt' : `hand of ${robot}`;
}

interface Props extends Pick<Shown, 'timeline' | 'player' | 'selected'> {
  readonly state: DayState;
}

function ItemRows({ state, timeline, player, selected }: Props) {
  return (
    <tbody>
      {[...state.items.keys()].map((itemId) => {
        const life = timeline.items.get(itemId);
        if (life === undefined) return null;
        const xM = timeline.beltXM(state, itemId);
        const decision = life.decisions.filter((d) => d.timeUs <= state.timeUs).at(-1);
        return (
          <tr
            key={itemId}
            data-item={itemId}
            aria-selected={itemId === selected}
            class={itemId === selected ? 'selected' : ''}
          >
            <th scope="row">
              <button
                type="button"
                class="pick"
                onClick={() => player.select(itemId)}
                aria-label={`Show item ${itemId}`}
              >
                {itemId}
              </button>
            </th>
            <td data-field="material">
              <i class="swatch" style={{ background: life.colour }} /> {life.material}
            </td>
            <td data-field="x">{xM === null ? '-' : xM.toFixed(2)}</td>
            <td data-field="lane">{life.laneM.toFixed(2)}</td>
            <td data-field="mass">{grams(life.massKg)}</td>
            <td data-field="stage">{stageOf(life, state.timeUs)}</td>
            <td data-field="belief">
              {decision === undefined ? '-' : `${decision.label} ${percent(decision.confidence)}`}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly children: ComponentChildren;
}

/** A table with its caption and the names of its columns. */
function Table({ caption, head, children }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function Items(props: Props) {
  return (
    <Table
      caption={`Items on the site: ${props.state.items.size} (x along the belt, y across it)`}
      head={['Item', 'Material', 'x (m)', 'y (m)', 'Mass', 'Where', 'Identified as']}
    >
      <ItemRows {...props} />
    </Table>
  );
}

function Robots({ state }: { state: DayState }) {
  return (
    <Table caption="Robots" head={['Robot', 'State', 'Charge', 'Charge (kJ)', 'Load (W)', 'Sun (W)']}>
      <tbody>
        {[...state.robots].map(([id, now]) => (
          <tr key={id} data-robot={id}>
            <th scope="row">{id}</th>
            <td data-field="state">{robotWord(now.state)}</td>
            <td data-field="soc">{percent(now.soc)}</td>
            <td data-field="charge">{(now.chargeJ / 1000).toFixed(1)}</td>
            <td data-field="power">{now.powerW.toFixed(1)}</td>
            <td data-field="solar">{now.solarW.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function BinTable({ state, timeline }: Pick<Props, 'state' | 'timeline'>) {
  return (
    <Table caption="Bins" head={['Bin', 'For', 'Accepts', 'Items', 'Mass (kg)']}>
      <tbody>
        {timeline.site.bins.map((bin) => (
          <tr key={bin.id} data-bin={bin.id}>
            <th scope="row">{bin.id}</th>
            <td>{bin.use}</td>
            <td>{bin.accepts.join(', ') || 'the rest'}</td>
            <td data-field="count">{state.bins.get(bin.id)?.count ?? 0}</td>
            <td data-field="mass">{(state.bins.get(bin.id)?.massKg ?? 0).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function AssetTable({ state, timeline }: Pick<Props, 'state' | 'timeline'>) {
  if (timeline.site.scene.assets.length === 0) return null;
  return (
    <Table caption="Machines that wear" head={['Machine', 'Wear', 'State']}>
      <tbody>
        {timeline.site.scene.assets.map(({ id, name }) => {
          const now = must(state.assets.get(id), 'asset');
          return (
            <tr key={id} data-asset={id}>
              <th scope="row">{name}</th>
              <td data-field="wear">{percent(now.wear)}</td>
              <td data-field="up">{now.visited ? 'in repair' : now.up ? 'runs' : 'down'}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** The scene in words and numbers: everything that is drawn stands here too. */
export function DataTable(props: Props) {
  return (
    <div class="tables">
      <Items {...props} />
      <Robots state={props.state} />
      <BinTable state={props.state} timeline={props.timeline} />
      <AssetTable state={props.state} timeline={props.timeline} />
    </div>
  );
}
