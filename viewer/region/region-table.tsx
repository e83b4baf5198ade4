import { say } from '../language.ts';
import { TableBox } from '../panels/table-box.tsx';
import { placeKg, type RegionMonth, type RegionStart } from './region-timeline.ts';
import { amount, kindWord, perKg } from './region-words.ts';

interface Props {
  readonly start: RegionStart;
  readonly month: RegionMonth;
  readonly selected: number | null;
  readonly select: (place: number | null) => void;
}

function PlaceRows({ start, month, selected, select }: Props) {
  const lying = placeKg(month);
  const price = new Map(start.buyers.map(({ place }, i) => [place, month.priceEurPerKg[i] ?? 0]));
  return start.places.map(({ id, kind }, i) => (
    <tr key={id} class={i === selected ? 'selected' : ''} data-place-row={id}>
      <th scope="row">
        <button type="button" class="pick" onClick={() => select(i)}>
          {id}
        </button>
      </th>
      <td>{kindWord(kind)}</td>
      <td class="number" data-field="kg">
        {amount(lying[i] ?? 0)}
      </td>
      <td class="number" data-field="price">
        {price.has(id) ? perKg(price.get(id) ?? 0) : ''}
      </td>
    </tr>
  ));
}

/** The head of a table of two words and two numbers. */
function Head({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name, i) => (
          <th key={name} scope="col" class={i >= 2 ? 'number' : ''}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** All that the map shows of a month, as text: every place, and every route that moved anything. */
export function RegionTable(props: Props) {
  const { start, month } = props;
  const routes = start.routes
    .map((route, i) => ({ ...route, kg: month.routeKg[i] ?? 0, trips: month.routeTrips[i] ?? 0 }))
    .filter(({ kg }) => kg > 0)
    .sort((a, b) => b.kg - a.kg);
  const moved = say('region.table.routes', { used: routes.length, all: start.routes.length });
  return (
    <div class="tables">
      <TableBox>
        <table>
          <caption>{say('region.table.places')}</caption>
          <Head names={[say('region.place'), say('region.table.kind'), 'kg', say('region.table.price')]} />
          <tbody>
            <PlaceRows {...props} />
          </tbody>
        </table>
      </TableBox>
      <TableBox>
        <table>
          <caption>{moved}</caption>
          <Head names={[say('region.table.from'), say('region.table.to'), 'kg', say('region.table.trips')]} />
          <tbody>
            {routes.map(({ from, to, kg, trips }) => (
              <tr key={`${from} ${to}`} data-route-row={`${from} ${to}`}>
                <td>{from}</td>
                <td>{to}</td>
                <td class="number" data-field="kg">
                  {amount(kg)}
                </td>
                <td class="number" data-field="trips">
                  {amount(trips)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
