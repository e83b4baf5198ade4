import type { SiteBelow } from '../../sim/record/run-info.ts';
import { say, wordOf } from '../language.ts';
import { linkQuery } from '../url.ts';
import { percent } from '../words.ts';
import { placeKg, type RegionMonth, type RegionStart } from './region-timeline.ts';
import { amount, kindColour, kindWord, mass, perKg } from './region-words.ts';

interface Props {
  readonly start: RegionStart;
  readonly month: RegionMonth;
  readonly selected: number | null;
  /** What the sorting sites were measured in. */
  readonly sites: readonly SiteBelow[];
  readonly policy: string;
}

interface Way {
  readonly name: string;
  readonly kg: number;
  readonly trips: number;
}

function Ways({ title, ways }: { readonly title: string; readonly ways: readonly Way[] }) {
  return (
    <table class="ways">
      <caption>{title}</caption>
      <tbody>
        {ways.length === 0 ? (
          <tr>
            <td class="quiet">{say('region.nothing')}</td>
          </tr>
        ) : null}
        {ways.map(({ name, kg, trips }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{`${amount(kg)} kg`}</td>
            <td class="number">{tripsText(trips)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tripsText = (trips: number): string =>
  trips === 0 ? '' : trips === 1 ? say('region.trips.one') : say('region.trips', { count: amount(trips) });

/** The measured shifts that a sorting site stands on, and the way into a day of theirs. */
function Below({ sites }: { readonly sites: readonly SiteBelow[] }) {
  return (
    <>
      {sites.map(({ scenario, perception, training, shifts, accuracy, command, day }) => (
        <section key={`${perception} ${training}`} class="site-below" data-site-below={perception}>
          <p>
            {say('region.below', {
              ...{ shifts: amount(shifts), scenario, perception, training: String(training) },
              accuracy: percent(accuracy),
            })}
          </p>
          {day === '' ? (
            <p class="quiet">
              {say('region.below.none')} <code>{`npx ${command}`}</code>
            </p>
          ) : (
            <p>
              <a href={`days/${day}/${linkQuery(location.search)}`}>{say('region.below.open')}</a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

/** One place in the month shown: what lies there by group of material, what came, what left, what it pays. */
export function PlacePanel({ start, month, selected, sites, policy }: Props) {
  const place = start.places[selected ?? -1];
  if (place === undefined || selected === null) return <p class="quiet hint">{say('region.hint')}</p>;
  const groups = start.groups
    .map((name, i) => ({ name, kg: month.stockKg[selected]?.[i] ?? 0 }))
    .filter(({ kg }) => kg > 0)
    .sort((a, b) => b.kg - a.kg);
  const total = Math.max(1, placeKg(month)[selected] ?? 1);
  const buyer = start.buyers.findIndex((each) => each.place === place.id);
  const ways = (from: 'from' | 'to', other: 'from' | 'to'): Way[] =>
    start.routes
      .map((route, i) => ({ route, kg: month.routeKg[i] ?? 0, trips: month.routeTrips[i] ?? 0 }))
      .filter(({ route, kg }) => route[from] === place.id && kg > 0)
      .sort((a, b) => b.kg - a.kg)
      .map(({ route, kg, trips }) => ({ name: route[other], kg, trips }));
  return (
    <div class="place-panel" data-place-panel={place.id}>
      <header>
        <i class="swatch big" style={{ background: kindColour(place.kind) }} />
        <div>
          <h2>{place.id}</h2>
          <p>{`${kindWord(place.kind)}, ${mass(placeKg(month)[selected] ?? 0)}`}</p>
        </div>
      </header>
      <Below sites={sites.filter(({ arm, place: of }) => of === place.id && arm === policy)} />
      {buyer < 0 ? null : (
        <p>
          {say('region.pays', {
            price: perKg(month.priceEurPerKg[buyer] ?? 0),
            list: perKg(start.buyers[buyer]?.listEurPerKg ?? 0),
          })}
        </p>
      )}
      <ul class="groups" aria-label={say('region.groups')}>
        {groups.map(({ name, kg }) => (
          <li key={name}>
            <span>{wordOf(`family.${name}`, name)}</span>
            <b>{mass(kg)}</b>
            <span class="meter" aria-hidden="true">
              <i style={{ width: `${(100 * kg) / total}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <Ways title={say('region.came')} ways={ways('to', 'from')} />
      <Ways title={say('region.left')} ways={ways('from', 'to')} />
    </div>
  );
}
