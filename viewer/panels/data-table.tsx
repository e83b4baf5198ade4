import type { ComponentChildren } from 'preact';
import { must } from '../../sim/record/must.ts';
import { decimal, type Phrase, say, wordOf } from '../language.ts';
import { heldBy, type ItemLife } from '../recording/items.ts';
import type { AssetNow, DayState } from '../recording/state.ts';
import { grams, percent, robotWord } from '../words.ts';
import type { Shown } from './shown.ts';
import { TableBox } from './table-box.tsx';

/** Where an item is, in words. */
function stageOf(life: ItemLife, timeUs: number): string {
  const robot = heldBy(life, timeUs);
  return robot === null ? say('table.belt') : say('table.hand', { robot });
}

/** Names of columns. */
const said = (names: readonly Column[]): string[] => names.map((name) => say(`table.${name}`));
type Column = Phrase extends infer P ? (P extends `table.${infer Name}` ? Name : never) : never;

/** A machine that has failed is in repair while somebody works on it, one that has not is being serviced. */
function assetPhrase({ up, visited }: AssetNow): Phrase {
  if (visited) return up ? 'state.SERVICE' : 'asset.repaired';
  return up ? 'asset.runs' : 'asset.down';
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
                aria-label={say('table.show', { id: itemId })}
              >
                {itemId}
              </button>
            </th>
            <td data-field="material">
              <i class="swatch" style={{ background: life.colour }} /> {life.material}
            </td>
            <td data-field="x">{xM === null ? '-' : decimal(xM, 2)}</td>
            <td data-field="lane">{decimal(life.laneM, 2)}</td>
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
    <TableBox>
      {' '}
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
    </TableBox>
  );
}

function Items(props: Props) {
  return (
    <Table
      caption={say('table.items', { count: props.state.items.size })}
      head={[say('tab.item'), say('table.material'), 'x (m)', 'y (m)', ...said(['mass', 'where', 'seen'])]}
    >
      <ItemRows {...props} />
    </Table>
  );
}

function Robots({ state }: { state: DayState }) {
  return (
    <Table
      caption={say('table.robots')}
      head={said(['robot', 'state', 'charge', 'charge.kj', 'load', 'sun'])}
    >
      <tbody>
        {[...state.robots].map(([id, now]) => (
          <tr key={id} data-robot={id}>
            <th scope="row">{id}</th>
            <td data-field="state">{robotWord(now.state)}</td>
            <td data-field="soc">{percent(now.soc)}</td>
            <td data-field="charge">{decimal(now.chargeJ / 1000, 1)}</td>
            <td data-field="power">{decimal(now.powerW, 1)}</td>
            <td data-field="solar">{decimal(now.solarW, 1)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function BinTable({ state, timeline }: Pick<Props, 'state' | 'timeline'>) {
  return (
    <Table caption={say('table.bins')} head={said(['bin', 'for', 'accepts', 'count', 'kg'])}>
      <tbody>
        {timeline.site.bins.map((bin) => (
          <tr key={bin.id} data-bin={bin.id}>
            <th scope="row">{bin.id}</th>
            <td>{wordOf(`grade.${bin.use}`, bin.use)}</td>
            <td>{bin.accepts.join(', ') || say('table.rest')}</td>
            <td data-field="count">{state.bins.get(bin.id)?.count ?? 0}</td>
            <td data-field="mass">{decimal(state.bins.get(bin.id)?.massKg ?? 0, 2)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function AssetTable({ state, timeline }: Pick<Props, 'state' | 'timeline'>) {
  if (timeline.site.scene.assets.length === 0) return null;
  return (
    <Table caption={say('table.machines')} head={said(['machine', 'wear', 'state'])}>
      <tbody>
        {timeline.site.scene.assets.map(({ id, name }) => {
          const now = must(state.assets.get(id), 'asset');
          return (
            <tr key={id} data-asset={id}>
              <th scope="row">{wordOf(`machine.${name}`, name)}</th>
              <td data-field="wear">{percent(now.wear)}</td>
              <td data-field="up">{say(assetPhrase(now))}</td>
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
