/**
 * The largest share of its cube by which 1 - x2 / 2 may lie below cos x (found on a grid of 0.001; sup at x = 3.9959, as in H. Prawitz, On the
 * remainder in the central limit theorem, Scandinavian Actuarial Journal 1975, pp. 145-156).
 */
export const cubicShare = 0.0991619136;

/** How far the characteristic function is used, in units of 1 / ratio: beyond 5.04 nothing is known of it any more. */
const reach = 5;

/** Where the normal characteristic function has died out, and points of the integral before and after that. */
const diedOut = 9;
const points = { before: 240, after: 160 };

/**
 * For each z, how probably a sum S of independent things at least exceeds its mean by more than z standard deviations, where each thing, of mass m, counts with a
 * probability w or not, and `ratio` is the sum of m3 w (1 - w) over the cube of the standard deviation; below 0 where nothing is known. It may be
 * read for any z, and holds for all smaller ratios too.
 *
 * Why it holds. Let f be the characteristic function of S, less its mean, in standard deviations.
 * - H. Prawitz, Limits for a distribution, if the characteristic function is given in a finite domain (Skandinavisk Aktuarietidskrift 1972, pp.
 *   138-154): P(S <= z) is at most 1/2 plus the principal value of the integral over |t| < T of exp(-izt) K(t / T) f(t) / T, where
 *   2 K(u) = 1 - |u| + i ((1 - |u|) cot(pi u) + sgn(u) / pi), for any T.
 * - Of one thing, with x = t m over the standard deviation and v = w (1 - w), the modulus squared is 1 - 2 v (1 - cos x), and cos x is no more than
 *   1 - x2 / 2 + `cubicShare` |x|3: so |f(t)| <= exp(-t2 / 2 + cubicShare ratio |t|3).
 * - Its derivative is -v x times itself, plus v A with A = i (exp(i (1 - w) x) - exp(-i w x)) + x times itself. So the derivative of
 *   f(t) exp(t2 / 2) is exp(t2 / 2) times a sum over things, of each v A times the others; and |A| exp(v (x2 / 2 - cubicShare |x|3)) <= x2 / 2, which
 *   the test beside this goes through on a grid of w and x. Integrated from 0, |f(t) - exp(-t2 / 2)| is at most
 *   exp(-t2 / 2) (exp(cubicShare ratio |t|3) - 1) / (6 cubicShare).
 * For each t the smaller of both is taken: the normal function and how far f may be from it, or f as large as it may be.
 */
export function leastTails(ratio: number): (z: number) => number {
  const end = reach / ratio;
  const middle = Math.min(end, diedOut);
  const places = [
    ...placesOf(ratio, 0, middle, points.before),
    ...placesOf(ratio, middle, end, points.after),
  ];
  return (z) => {
    let most = 0.5;
    for (const { t, re, im, near, far } of places)
      most += Math.min(near + re * Math.cos(z * t) + im * Math.sin(z * t), far);
    return 1 - most;
  };
}

/** What t and -t add to the integral at most where nothing is known but how far f may be from the normal function, and where it is as large as it may be. */
interface Place {
  readonly t: number;
  /** Of the normal function: what goes with cos (z t) and with sin (z t). */
  readonly re: number;
  readonly im: number;
  readonly near: number;
  readonly far: number;
}

/** Places of an integral by the rule of middle points. */
function placesOf(ratio: number, from: number, to: number, count: number): Place[] {
  const step = (to - from) / count;
  if (step <= 0) return [];
  const share = (step * ratio) / reach;
  return Array.from({ length: count }, (_, n) => {
    const t = from + (n + 0.5) * step;
    const u = (t * ratio) / reach;
    const [re, im] = [1 - u, (1 - u) / Math.tan(Math.PI * u) + 1 / Math.PI];
    const size = share * Math.sqrt(re * re + im * im);
    const normal = Math.exp(-0.5 * t * t);
    const most = Math.exp(-0.5 * t * t + cubicShare * ratio * t * t * t);
    const near = (size * (most - normal)) / (6 * cubicShare);
    return { t, re: share * normal * re, im: share * normal * im, near, far: size * Math.min(1, most) };
  });
}
