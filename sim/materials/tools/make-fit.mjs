// Levenberg-Marquardt with Gaussian priors, for the band tables (run by make-optics-bands.mjs).

/**
 * Minimises sum residuals(x)^2 + sum ((x - mean) / sd)^2 from `mean`.
 * residuals: (x, out) => void, out: Float64Array(count). Returns {x, cost}.
 */
export function leastSquares({ mean, sd, count, residuals, iterations = 40, log = () => {} }) {
  const n = mean.length;
  let x = Float64Array.from(mean);
  let r = new Float64Array(count);
  residuals(x, r);
  let cost = total(r, x, mean, sd);
  let damping = 1e-2;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { normal, gradient } = equations({ x, r, mean, sd, count, residuals });
    let improved = false;
    for (let attempt = 0; attempt < 12 && !improved; attempt++) {
      const step = solve(normal, gradient, damping, n);
      const next = x.map((value, i) => value - Math.max(Math.min(step[i], sd[i]), -sd[i]));
      const nextR = new Float64Array(count);
      residuals(next, nextR);
      const nextCost = total(nextR, next, mean, sd);
      if (nextCost < cost) {
        improved = cost - nextCost > 1e-6 * cost;
        [x, r, cost] = [next, nextR, nextCost];
        damping = Math.max(damping / 5, 1e-6);
        if (!improved) return { x, cost };
      } else damping *= 8;
    }
    log(iteration, cost);
    if (!improved) break;
  }
  return { x, cost };
}

function total(r, x, mean, sd) {
  let sum = 0;
  for (const value of r) sum += value * value;
  for (let i = 0; i < x.length; i++) sum += ((x[i] - mean[i]) / sd[i]) ** 2;
  return sum;
}

/** Normal equations of the linearised problem; the Jacobian is by forward differences, kept sparse by rows that move. */
function equations({ x, r, mean, sd, count, residuals }) {
  const n = x.length;
  const columns = [];
  const moved = new Float64Array(count);
  for (let j = 0; j < n; j++) {
    const h = 1e-4 * sd[j] + 1e-9;
    const at = Float64Array.from(x);
    at[j] += h;
    residuals(at, moved);
    columns.push(moved.map((value, i) => (value - r[i]) / h));
  }
  const normal = Array.from({ length: n }, () => new Float64Array(n));
  const gradient = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += columns[a][i] * columns[b][i];
      normal[a][b] = normal[b][a] = sum;
    }
    let g = (x[a] - mean[a]) / (sd[a] * sd[a]);
    for (let i = 0; i < count; i++) g += columns[a][i] * r[i];
    gradient[a] = g;
    normal[a][a] += 1 / (sd[a] * sd[a]);
  }
  return { normal, gradient };
}

/** Solves (normal + damping diag) step = gradient by Cholesky. */
function solve(normal, gradient, damping, n) {
  const l = normal.map((row, i) => {
    const copy = Float64Array.from(row);
    copy[i] *= 1 + damping;
    return copy;
  });
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = l[i][j];
      for (let k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
    }
  }
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = gradient[i];
    for (let k = 0; k < i; k++) sum -= l[i][k] * y[k];
    y[i] = sum / l[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i];
    for (let k = i + 1; k < n; k++) sum -= l[k][i] * y[k];
    y[i] = sum / l[i][i];
  }
  return y;
}
