import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadScenario } from '../../../../scenarios/schema/load.ts';
import type { StepPool } from '../../../../scenarios/steps/pool.ts';
import type { Step } from '../../../../scenarios/steps/steps.ts';
import { ContentStore } from '../../../../scenarios/store/store.ts';
import { Execution } from '../../../../scenarios/studies/day/execute.ts';
import { planRun, type RunPlan } from '../../../../scenarios/studies/day/plan.ts';
import type { Report } from '../../../../scenarios/threads/progress.ts';
import { emptyFolder } from '../../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const plan = planRun(loadScenario('quickstart'), { seed: 1, replication: 0 });
const breath = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A pool whose steps wait until they are let go. */
class SlowPool implements StepPool {
  readonly workers = 2;
  readonly asked: Step[] = [];
  private readonly waiting: (() => void)[] = [];

  run(step: Step, report?: Report): Promise<never> {
    this.asked.push(step);
    setImmediate(() => report?.({ task: step.kind, done: 1, total: 2 })); // as a thread does: never within the call
    const outcome = {
      kind: step.kind,
      variant: 'variant' in step ? step.variant : null,
      boundEur: 1,
    };
    return new Promise((resolve) => this.waiting.push(() => resolve(outcome as never)));
  }

  letGo(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  get inFlight(): number {
    return this.waiting.length;
  }

  get kinds(): string[] {
    return this.asked.map(({ kind }) => kind);
  }
}

let count = 0;
let store: ContentStore;
beforeEach(() => {
  store = new ContentStore(join(folder.path, String(count++)));
});

function keepNetworks(): void {
  for (const { address } of plan.trainings) {
    store.write('model', address, Uint8Array.of(1));
    store.writeJson('training', address, { modelId: 'm', curve: [], test: {} });
  }
}

describe('a run whose networks are there', () => {
  it('has every day and the bound under way at once, the recorded day first', async () => {
    keepNetworks();
    const pool = new SlowPool();
    const { main, all } = new Execution(pool, store).run(plan, '/somewhere');
    await breath();
    expect(pool.inFlight).toBe(plan.variants.length + 1);
    const days = pool.asked.filter((step) => step.kind === 'day');
    expect(days[0]).toMatchObject({
      variant: plan.main,
      recording: { path: '/somewhere/events.mcap', keeps: 'everything' },
    });
    const first = plan.main.maintenance;
    for (const { variant, recording } of days.slice(1))
      expect(recording).toEqual(
        variant.maintenance === first && variant.instead === undefined
          ? { path: `/somewhere/events-${variant.perception}.mcap`, keeps: 'own' }
          : null,
      );
    pool.letGo();
    expect((await main).variant).toEqual(plan.main);
    expect((await all).days.map(({ variant }) => variant)).toEqual(plan.variants);
  });

  it('solves the bound once, and again only when asked to', async () => {
    keepNetworks();
    const kindsOf = async (afresh: boolean) => {
      const pool = new SlowPool();
      const { all } = new Execution(pool, store, { afresh }).run(plan, '/somewhere');
      await breath();
      pool.letGo();
      expect((await all).bound.boundEur).toBe(1);
      return pool.kinds;
    };
    expect(await kindsOf(false)).toEqual(expect.arrayContaining(['bound']));
    const again = await kindsOf(false);
    expect(again).toHaveLength(plan.variants.length);
    expect(new Set(again)).toEqual(new Set(['day']));
    expect(await kindsOf(true)).toEqual(expect.arrayContaining(['bound']));
  });
});

it('a run without networks renders, and plays meanwhile what needs none', async () => {
  const pool = new SlowPool();
  const { all } = new Execution(pool, store).run(plan, '/somewhere');
  all.catch(() => {});
  await breath();
  expect([...pool.kinds].sort()).toEqual(['bound', 'dataset', 'day', 'day', 'day']);
  pool.letGo();
  await breath();
  expect(pool.kinds.filter((kind) => kind === 'train')).toHaveLength(2);
});

/** The shares that an execution tells, in order. */
function sharesOf(execution: Execution): number[] {
  const shares: number[] = [];
  execution.progress.subscribe(({ done, total }) => void shares.push(done / total));
  return shares;
}

/** Lets a pool go until nothing waits any more. */
async function toTheEnd(pool: SlowPool, work: Promise<unknown>): Promise<void> {
  let over = false;
  const end = work.finally(() => {
    over = true;
  });
  while (!over) {
    await breath();
    pool.letGo();
  }
  await end;
}

describe('progress', () => {
  const sorted = (shares: readonly number[]) => [...shares].sort((a, b) => a - b);

  it('does not fall after a data set that is kept, nor when networks are', async () => {
    store.write('dataset', plan.dataset.address, Uint8Array.of(1));
    for (const networks of [false, true]) {
      if (networks) keepNetworks();
      const pool = new SlowPool();
      const execution = new Execution(pool, store);
      const shares = sharesOf(execution);
      const { all } = execution.run(plan, '/somewhere');
      all.catch(() => {});
      await breath();
      pool.letGo();
      await breath();
      expect(shares.length).toBeGreaterThan(5);
      expect(shares[0]).toBeLessThan(0.2);
      expect(shares).toEqual(sorted(shares));
    }
  });

  it('begins at the work that is left of an experiment, does not fall and ends at the whole', async () => {
    keepNetworks();
    const plans = [0, 1, 2, 3].map((replication) =>
      planRun(loadScenario('quickstart'), { seed: 1, replication }),
    );
    const play = async (days: readonly RunPlan[]) => {
      const pool = new SlowPool();
      const execution = new Execution(pool, store);
      const shares = sharesOf(execution);
      for (const day of days) execution.expectCell(day);
      await toTheEnd(pool, Promise.all(days.map((day) => execution.cell(day))));
      return shares;
    };
    await play(plans.slice(0, 2));
    const shares = await play(plans);
    expect(shares[0]).toBeLessThan(0.1);
    expect(shares).toEqual(sorted(shares));
    expect(shares.at(-1)).toBe(1);
  });
});
