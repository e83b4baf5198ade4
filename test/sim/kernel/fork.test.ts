import { describe, expect, test } from 'vitest';
import type { EventHandle } from '../../../sim/kernel/core/event.ts';
import type { ProcessBody } from '../../../sim/kernel/processes/wait.ts';
import { exponential } from '../../../sim/kernel/random/distributions.ts';
import { type RandomStream, restoreStream, type StreamState } from '../../../sim/kernel/random/random.ts';
import { Simulation } from '../../../sim/kernel/simulation.ts';
import { Resource } from '../../../sim/kernel/stations/resource.ts';
import { EventFingerprint } from '../../../sim/kernel/trust/event-fingerprint.ts';
import { Replayable } from '../../../sim/kernel/trust/replay.ts';
import {
  type Plain,
  pendingOf,
  restoreSimulation,
  type SavableEntity,
  type Snapshot,
  saveSimulation,
} from '../../../sim/kernel/trust/snapshot.ts';

/** A queue as a state machine: arrivals, departures, and a closing time that is scheduled anew at each departure. */
const ARRIVE = 0;
const DEPART = 1;
const IDLE_ALARM = 2;

class Till implements SavableEntity {
  queue = 0;
  served = 0;
  alarms = 0;
  private alarm: EventHandle | null = null;
  private rng: RandomStream;

  constructor(
    private readonly sim: Simulation,
    readonly name: string,
    private readonly meanUs: number,
  ) {
    this.rng = sim.stream(name, 'all');
  }

  begin(): void {
    this.sim.scheduleEntity(this.draw(1100), this, ARRIVE, 0, 4);
  }

  handle(action: number): void {
    if (action === ARRIVE) {
      this.begin();
      if (this.queue++ === 0) this.sim.scheduleEntity(this.draw(this.meanUs), this, DEPART);
    } else if (action === DEPART) {
      this.served += 1;
      if (--this.queue > 0) this.sim.scheduleEntity(this.draw(this.meanUs), this, DEPART);
      if (this.alarm !== null) this.sim.cancel(this.alarm);
      this.alarm = this.sim.scheduleEntity(5000, this, IDLE_ALARM);
    } else {
      this.alarms += 1;
      this.alarm = null;
    }
  }

  save(): Plain {
    return { queue: this.queue, served: this.served, alarms: this.alarms, rng: { ...this.rng.state() } };
  }

  load(state: Plain): void {
    const { queue, served, alarms, rng } = state as unknown as {
      queue: number;
      served: number;
      alarms: number;
      rng: StreamState;
    };
    Object.assign(this, { queue, served, alarms });
    this.rng = restoreStream(rng);
    this.alarm = pendingOf(this.sim, this).find(({ action }) => action === IDLE_ALARM)?.handle ?? null;
  }

  private draw(meanUs: number): number {
    return Math.round(exponential(this.rng, meanUs));
  }
}

function continueFrom(snapshot: Snapshot, meanUs = 1000): { hex: string; tills: Till[]; events: number } {
  const tills: Till[] = [];
  const fingerprint = new EventFingerprint(['time', 'rank', 'sequence', 'name', 'action', 'data']);
  const sim = restoreSimulation(snapshot, (fresh) => {
    tills.push(new Till(fresh, 'till 1', meanUs), new Till(fresh, 'till 2', meanUs));
    return tills;
  });
  sim.observe(fingerprint);
  sim.run(3_000_000);
  return { hex: fingerprint.hex(), tills, events: sim.events };
}

describe('state machines fork by snapshot', () => {
  function halfWay(): { sim: Simulation; tills: Till[]; snapshot: Snapshot } {
    const sim = new Simulation({ seed: 3 });
    const tills = [new Till(sim, 'till 1', 1000), new Till(sim, 'till 2', 1000)];
    for (const till of tills) till.begin();
    sim.run(1_000_000);
    return { sim, tills, snapshot: JSON.parse(JSON.stringify(saveSimulation(sim, tills))) as Snapshot };
  }

  test('the untouched branch continues bit for bit, through JSON', () => {
    const { sim, tills, snapshot } = halfWay();
    const before = sim.events;
    const fingerprint = new EventFingerprint(['time', 'rank', 'sequence', 'name', 'action', 'data']);
    sim.observe(fingerprint);
    sim.run(3_000_000);
    const branch = continueFrom(snapshot);
    expect(branch.hex).toBe(fingerprint.hex());
    expect(branch.events).toBe(sim.events - before);
    expect(branch.tills.map((till) => till.save())).toEqual(tills.map((till) => till.save()));
    expect(tills[0]!.served).toBeGreaterThan(1000);
  });

  test('two branches with different inputs differ', () => {
    const { snapshot } = halfWay();
    expect(continueFrom(snapshot).hex).toBe(continueFrom(snapshot).hex);
    expect(continueFrom(snapshot, 500).hex).not.toBe(continueFrom(snapshot).hex);
  });

  test('what cannot be saved is named', () => {
    const sim = new Simulation();
    function* sleeper(): ProcessBody {
      yield 10;
    }
    sim.process(sleeper(), 'sleeper');
    expect(() => saveSimulation(sim, [])).toThrow(/belongs to sleeper.*forked by replay/);
  });
});

describe('generators fork by replay', () => {
  type Input = { readonly addServers: number };

  function build(sim: Simulation) {
    const desk = new Resource(sim, 'desk');
    const rng = sim.stream('shop', 'all');
    let served = 0;
    function* visit(): ProcessBody {
      const turn = yield* desk.request();
      yield Math.round(exponential(rng, 900));
      turn.release();
      served += 1;
    }
    function* source(): ProcessBody {
      for (;;) {
        yield Math.round(exponential(rng, 1000));
        sim.process(visit(), 'visit');
      }
    }
    sim.process(source(), 'source');
    return {
      accept: ({ addServers }: Input) => desk.setCapacity(desk.capacity + addServers),
      state: () => [sim.now, sim.events, served, desk.waiting].join(),
    };
  }

  test('the fork stands where the original stands, and continues bit for bit unless told otherwise', () => {
    let latest: ReturnType<typeof build> | null = null;
    const remember = (sim: Simulation) => {
      latest = build(sim);
      return latest;
    };
    const original = new Replayable<Input>(remember, { seed: 5 });
    const originalModel = latest!;
    original.sim.run(200_000);
    original.input({ addServers: 1 });
    original.sim.run(500_500);
    const same = original.fork();
    const sameModel = latest!;
    const other = original.fork();
    const otherModel = latest!;
    expect(sameModel.state()).toBe(originalModel.state());
    expect(same.inputs).toEqual(original.inputs);
    other.input({ addServers: 3 });
    for (const branch of [original, same, other]) branch.sim.run(2_000_000);
    expect(sameModel.state()).toBe(originalModel.state());
    expect(otherModel.state()).not.toBe(originalModel.state());
  });
});
