import { describe, expect, it } from 'vitest';
import { handAt, homeOf } from '../../../viewer/recording/arm.ts';
import { fixtureDay, timelineOf } from '../fixture-day.ts';

const events = fixtureDay();
const timeline = timelineOf(events);
timeline.append(events);
const robot = timeline.site.robots[0]!;
const tasks = [...timeline.tasks.get(robot.id)!];
const home = homeOf(robot);

describe('the hand of an arm', () => {
  it('closes exactly where the item lies, and opens at its drop point', () => {
    for (const task of tasks.slice(0, 40)) {
      const state = timeline.stateAt(task.gripUs - 1);
      const xM = timeline.beltXM(state, task.itemId);
      const gripped = handAt(tasks, home, task.gripUs).point;
      expect(Math.abs(gripped.xM - xM!)).toBeLessThan(1e-6);
      const opened = handAt(tasks, home, task.releaseUs - 1).point;
      expect(Math.hypot(opened.xM - task.drop.xM, opened.yM - task.drop.yM)).toBeLessThan(1e-3);
    }
  });

  it('holds the item between grip and release, and nothing after a failed grip', () => {
    for (const task of tasks) {
      const held = handAt(tasks, home, (task.gripUs + task.releaseUs) / 2).itemId;
      expect(held).toBe(task.ok ? task.itemId : null);
    }
    expect(tasks.some((t) => !t.ok)).toBe(true);
  });

  it('never jumps', () => {
    const stepUs = 20_000;
    let last = handAt(tasks, home, 0).point;
    for (let t = stepUs; t < 600e6; t += stepUs) {
      const { point } = handAt(tasks, home, t);
      expect(Math.hypot(point.xM - last.xM, point.yM - last.yM, point.zM - last.zM)).toBeLessThan(0.25);
      last = point;
    }
  });

  it('waits at home when there is nothing to do', () => {
    expect(handAt([], home, 5e6)).toEqual({ point: home, itemId: null });
  });
});
