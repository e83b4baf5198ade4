import { Simulation } from '../../sim/kernel/simulation.ts';
import { Store } from '../../sim/kernel/store.ts';
import { Resource } from '../../sim/kernel/resource.ts';
const cpu = (n: number, f: () => void) => { const t = process.cpuUsage(); f(); return (process.cpuUsage(t).user / n * 1000).toFixed(1); };
const M = 900_000;
function one(kind: string) {
  const sim = new Simulation(); const st = new Store<number>(sim, 's'); const r = new Resource(sim, 'r');
  function* p(): any {
    for (let k = 0; k < 5; k++) { for (let i = 0; i < M / 5; i++) {
      if (kind === 'pair') { st.offer(i); yield* st.get(); }
      else if (kind === 'offer') { st.offer(i); }
      else if (kind === 'req') { const q: any = yield* r.request(); q.release(); }
      else if (kind === 'delay') yield 7;
      else if (kind === 'zero') yield 0;
    } yield 1; }
  }
  sim.process(p());
  return cpu(M, () => sim.run());
}
for (const k of ['offer', 'pair', 'req', 'delay', 'zero']) { const v = []; for (let i = 0; i < 6; i++) v.push(one(k)); console.log(k, v.join(' ')); }
function spawn() { const sim = new Simulation(); function* c(): any {} ; function* p(): any { for (let i = 0; i < M; i++) { sim.process(c(), 'c'); if ((i & 7) === 0) yield 1; } } sim.process(p()); return cpu(M, () => sim.run()); }
const v = []; for (let i = 0; i < 6; i++) v.push(spawn()); console.log('spawn', v.join(' '));
