import { exponential } from '../../sim/kernel/distributions.ts';
import { stream } from '../../sim/kernel/random.ts';
import { Simulation } from '../../sim/kernel/simulation.ts';
import { Store } from '../../sim/kernel/store.ts';
import { yardstick, twoProcesses, processPerCustomer } from './kernel/mm1.ts';
const N = 500000;
function time(f: () => void) { f(); return 0; }
const draw = (rng: any, mean: number) => Math.round(exponential(rng, mean));
function base(kind: string) {
  const a = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 'a' }), s = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 's' });
  const sim = new Simulation();
  const line = new Store<number>(sim, 'line');
  function* source() { for (let i = 0; i < N; i++) { yield draw(a, 1e6 / 0.9); if (kind !== 'nostore') line.offer(i); } }
  function* server(): any { for (let i = 0; i < N; i++) { if (kind === 'plain') yield line.get(); else if (kind === 'star') yield* line.get(); yield draw(s, 1e6 / 1); } }
  sim.process(source() as any); sim.process(server());
  return time(() => sim.run());
}


import { Resource } from '../../sim/kernel/resource.ts';
function pp(kind: string) {
  const a = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 'a' }), s = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 's' });
  const sim = new Simulation();
  const server = new Resource(sim, 'server', { capacity: kind === 'pfree' ? 1e9 : 1 });
  function* src(): any { for (let i = 0; i < N; i++) { yield draw(a, 1e6 / 0.9); sim.process(cust(), 'c'); } }
  function* cust(): any { 
    if (kind === 'pnone') return;
    if (kind === 'pdelay') { yield draw(s, 1e6); return; }
    if (kind === 'pplain') { const r: any = server.request(); yield r; yield draw(s, 1e6); r.release(); return; } const r: any = yield* server.request(); yield draw(s, 1e6); r.release();
  }
  sim.process(src());
  sim.run();
}
function gens() { // raw generator cost
  const a = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 'a' }), s = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 's' });
  let x = 0;
  function* g(): any { x += yield draw(s, 1e6); }
  for (let i = 0; i < N; i++) { x+= draw(a, 1e6); const q = g(); x += q.next().value; q.next(1); }
  return x;
}

import { BareHeap } from './kernel/bare-heap.ts';
function proto() {
  const a = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 'a' }), s = stream({ seed: 1, replication: 0, path: 'mm1', purpose: 's' });
  const heap = new BareHeap(64); let now = 0;
  const procs: Generator<number, void, void>[] = [];
  const line = new Float64Array(65536); let head = 0, tail = 0, waiting = -1, stay = 0;
  const ring = new Int32Array(1024); let rh = 0, rt = 0;
  function* source(): Generator<number, void, void> { for (let i = 0; i < N; i++) { yield draw(a, 1e6 / 0.9); line[tail++ & 65535] = now; if (waiting >= 0) { ring[rt++ & 1023] = waiting; waiting = -1; } } }
  function* server(): Generator<number, void, void> { for (;;) { if (head === tail) { waiting = 1; yield -1; } const at = line[head++ & 65535]!; yield draw(s, 1e6); stay += now - at; } }
  procs.push(source(), server());
  for (let i = 0; i < 2; i++) { const r = procs[i]!.next(); if (!r.done && r.value >= 0) heap.push(now + r.value, i); }
  for (;;) {
    let id: number;
    if (rt > rh) id = ring[rh++ & 1023]!; else if (heap.size > 0) { now = heap.times[0]!; id = heap.pop(); } else break;
    const r = procs[id]!.next();
    if (!r.done && r.value >= 0) heap.push(now + r.value, id);
  }
  return stay;
}
function cpu(f: () => unknown) { const t = process.cpuUsage(); f(); return process.cpuUsage(t).user / N * 1000; }
const run = (k: string) => cpu(() => k === 'yard' ? yardstick(N) : k==='two' ? twoProcesses(N, { statistics: false, observe() {} }): k==='ppc' ? processPerCustomer(N, { statistics: false, observe() {} }) : k === 'proto' ? proto() : k === 'gens' ? gens() : k[0]==='p' && k !== 'plain' ? pp(k) : base(k));
const k = process.argv[2]!;
if (process.argv[3]) { for (let i = 0; i < 14; i++) run(k); process.exit(0); }
const ys: number[] = [], xs: number[] = [];
for (let i = 0; i < 16; i++) { const y = run('yard'), x = run(k); if (i > 3) { ys.push(y); xs.push(x); } }
const med = (v: number[]) => [...v].sort((a, b) => a - b)[v.length >> 1]!;
console.log(k.padEnd(10), 'yard ns', med(ys).toFixed(0), 'ns', med(xs).toFixed(0), 'ratio med', med(ys.map((y, i) => y / xs[i]!)).toFixed(3), 'min/min', (Math.min(...ys) / Math.min(...xs)).toFixed(3));
