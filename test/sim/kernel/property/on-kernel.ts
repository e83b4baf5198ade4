import type { Interrupted } from '../../../../sim/kernel/core/errors.ts';
import type { EventHandle } from '../../../../sim/kernel/core/event.ts';
import type { Phase } from '../../../../sim/kernel/core/phase.ts';
import type { Process } from '../../../../sim/kernel/processes/process.ts';
import type { ProcessBody } from '../../../../sim/kernel/processes/wait.ts';
import { Simulation } from '../../../../sim/kernel/simulation.ts';
import type { Op, Step } from './program.ts';

/** Runs a program on the kernel; returns its log. */
export function runOnKernel(program: readonly Op[]): readonly string[] {
  const sim = new Simulation();
  const log: string[] = [];
  const handles: EventHandle[] = [];
  const processes: Process<void>[] = [];
  const say = (text: string): void => {
    log.push(`${sim.now} ${text}`);
  };

  function perform(ops: readonly Op[]): void {
    for (const op of ops) {
      if (op.kind === 'schedule') schedule(op);
      else if (op.kind === 'spawn') processes.push(sim.process(body(processes.length, op.steps)));
      else if (op.kind === 'cancel' && handles.length > 0) {
        const id = op.id % handles.length;
        say(`cancel ${id} ${sim.cancel(handles[id]!)}`);
      } else if (op.kind === 'interrupt' && processes.length > 0) {
        const id = op.id % processes.length;
        const process = processes[id]!;
        if (!process.ended && process !== sim.running) process.interrupt(`by ${log.length}`);
      }
    }
  }

  function schedule(op: Extract<Op, { kind: 'schedule' }>): void {
    const id = handles.length;
    const happen = (): void => {
      say(`event ${id}`);
      perform(op.effects);
    };
    handles.push(sim.schedule(op.delay, happen, 0, op.phase as Phase, op.priority));
  }

  function* body(id: number, steps: readonly Step[]): ProcessBody {
    say(`start ${id}`);
    for (const { delay, effects } of steps) {
      try {
        yield delay;
        say(`resume ${id}`);
      } catch (error) {
        say(`interrupted ${id} ${String((error as Interrupted).cause)}`);
      }
      perform(effects);
    }
    say(`end ${id}`);
  }

  perform(program);
  sim.run();
  return log;
}
