import { type ArmName, armOf, teacherOf } from '../arms.ts';
import type { Group } from './places.ts';
import type { Protocol } from './types.ts';

/** All groups, the main question first. */
export function groupsOf({
  primary,
  regimes,
  beside = [],
  exploratory,
}: Pick<Protocol, 'primary' | 'regimes' | 'beside' | 'exploratory'>): Group[] {
  return [primary, ...regimes, ...beside, exploratory].filter(({ arms }) => arms.length > 0);
}

export const studentsOf = ({ arms }: Group) => arms.filter((arm) => armOf(arm).kind !== 'teacher');

/** Arms that have a rate of their own in a group: all but those that are run beside the others. */
export function tunedStudents({ exploratory }: Protocol, group: Group): ArmName[] {
  if (group.tuned) return group.arms.filter((arm) => group.tuned?.includes(arm));
  if (group === exploratory) return [];
  return group.arms.filter((arm) => ['student', 'thermal'].includes(armOf(arm).kind));
}

/** What a group trains: its students, and the teachers that they listen to. */
export const armsOf = (group: Group): ArmName[] => [...teachersOf(group), ...studentsOf(group)];

/** Teachers that some student of the group listens to, and those that are arms themselves. */
export function teachersOf({ arms }: Group): ('teacher' | 'teacher-visual')[] {
  const needed = new Set<'teacher' | 'teacher-visual'>();
  for (const name of arms) {
    const taughtBy = teacherOf(armOf(name));
    if (taughtBy) needed.add(taughtBy);
    if (name === 'teacher' || name === 'teacher-visual') needed.add(name);
  }
  return [...needed].sort();
}
