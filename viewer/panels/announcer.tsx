import { useEffect, useRef, useState } from 'preact/hooks';
import { clockText } from '../clock.ts';
import { firstAfter } from '../recording/timeline.ts';
import type { Shown } from './shown.ts';

/** A screen reader gets at most one message in this time. */
const QUIET_MS = 5000;

/** Says the newest fault, wrong sort, brown-out or visit to those who do not see it. */
export function Announcer({ moments, timeUs, startHour }: Pick<Shown, 'moments' | 'timeUs' | 'startHour'>) {
  const [said, setSaid] = useState('');
  const last = useRef(Number.NEGATIVE_INFINITY);
  const moment = moments[firstAfter(moments, timeUs) - 1];
  const text = moment === undefined ? '' : `${clockText(startHour, moment.timeUs)}: ${moment.text()}`;
  useEffect(() => {
    const wait = Math.max(0, QUIET_MS - (performance.now() - last.current));
    const timer = setTimeout(() => {
      last.current = performance.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden" aria-live="polite">
      {said}
    </p>
  );
}
