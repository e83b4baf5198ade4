import { slabRoot, slabSeries } from '../../sim/senses/thermal/heat.ts';

/** Lumped body: theta = exp(-t / tau), tau = rho cp L / (2 h). Right at Bi <= 0.01. */
export function lumped(timeS: number, tauS: number): number {
  return Math.exp(-timeS / tauS);
}

/** Surface of a slab cooled from both faces: series in the roots of zeta tan zeta = Bi; half-thickness l, Fo = a t / l^2. */
export function slabSurface(fourier: number, biot: number, terms = 60): number {
  return slabSeries(
    fourier,
    Array.from({ length: terms }, (_, n) => slabRoot(biot, n)),
  );
}
