import type { RouteChoice, RouteOption, RoutePolicy, RouteView } from '../ports.ts';

/** Options with what each is expected to bring, EUR for the whole lot. */
export function valued(
  view: RouteView,
  valueEurPerKg: (option: RouteOption) => number,
): RouteChoice['options'] {
  return view.options.map((option) => ({
    action: option.to,
    expectedEur: valueEurPerKg(option) * view.lotKg,
  }));
}

/** Price less transport, EUR/kg. */
export const netEurPerKg = (option: RouteOption): number => option.priceEurPerKg - option.transportEurPerKg;

/** Chooses the option with the smallest score among those that have room; ties go to the first. */
function choosing(name: string, score: (option: RouteOption) => number): RoutePolicy {
  return {
    name,
    choose(view) {
      let best: number | null = null;
      view.options.forEach((option, index) => {
        if (option.roomKg < view.lotKg) return;
        if (best === null || score(option) < score(view.options[best]!)) best = index;
      });
      return { to: best, options: valued(view, netEurPerKg) };
    },
  };
}

/** Always the nearest place that has room: what a dispatcher does without prices. */
export const nearest: RoutePolicy = choosing('nearest', (option) => option.km);

/** The cheapest way out: transport plus gate fee; what is paid is ignored. */
export const leastCost: RoutePolicy = choosing(
  'least-cost',
  (option) => option.transportEurPerKg + Math.max(0, -option.priceEurPerKg),
);

/** The best price at the measured purity, less transport. */
export const priceAware: RoutePolicy = choosing('price-aware', (option) => -netEurPerKg(option));
