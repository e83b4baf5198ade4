import type { RunInfo } from '../../sim/record/run-info.ts';
export function RegionApp({ info }: { info: RunInfo }) {
  return <p>{info.name}</p>;
}
