import { say } from '../language.ts';
import type { Scale } from './flow-map.tsx';
import { kindKg, type RegionMonth, type RegionStart } from './region-timeline.ts';
import { kindColour, kindNames, kindWord, mass } from './region-words.ts';

interface Props {
  readonly start: RegionStart;
  readonly month: RegionMonth;
  readonly scale: Scale;
}

/** Kinds of places by colour with what lies at them, and how wide a ribbon is. */
export function RegionLegend({ start, month, scale }: Props) {
  const there = kindNames.filter((kind) => start.places.some((place) => place.kind === kind));
  return (
    <div class="region-legend">
      <ul>
        {there.map((kind) => (
          <li key={kind}>
            <i class="swatch" style={{ background: kindColour(kind) }} />
            {kindWord(kind)} <b>{mass(kindKg(start, month, [kind]))}</b>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {say('region.legend', { from: month.fromDay + 1, to: month.day, mass: mass(scale.routeKg) })}
      </p>
    </div>
  );
}
